package dev.highwater.engine.function.multivalue;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionFields;
import dev.highwater.engine.spl.SplException;
import java.util.List;
import java.util.Set;

/**
 * {@code mvfilter(condition)}: the values for which a condition on one field is true. Rule S-154.
 */
public final class MvFilter implements EvalFunction {

  @Override
  public String name() {
    return "mvfilter";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    Set<String> names = ExpressionFields.of(call.arguments().get(0));
    if (names.size() != 1) {
      throw new SplException(
          Diagnostic.error(
                  call.span(), "mvfilter needs a condition on one field, not on " + names.size())
              .withRule("S-154"));
    }
    String name = names.iterator().next();
    Evaluator condition = arguments.get(0);
    return (fields, run) -> {
      FieldValue value = fields.get(name);
      return value == null
          ? null
          : MultiValue.of(
              value.members().stream()
                  .filter(
                      each ->
                          condition.evaluate(new OneReplaced(fields, name, each), run)
                              == BooleanValue.TRUE)
                  .toList());
    };
  }
}
