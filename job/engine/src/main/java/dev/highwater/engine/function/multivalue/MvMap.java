package dev.highwater.engine.function.multivalue;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code mvmap(x, expression)}: the expression for each value of x; in it the field that x names,
 * or is made of, stands for the value. NULLs are left out. Rule S-155.
 */
public final class MvMap implements EvalFunction {

  @Override
  public String name() {
    return "mvmap";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(2);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    Set<String> names = ExpressionFields.of(call.arguments().get(0));
    if (names.isEmpty()) {
      throw new SplException(
          Diagnostic.error(
                  call.arguments().get(0).span(),
                  "mvmap needs a field here, whose name stands for each value")
              .withRule("S-155"));
    }
    String name = names.iterator().next();
    Evaluator values = arguments.get(0);
    Evaluator expression = arguments.get(1);
    return (fields, run) -> {
      FieldValue value = values.evaluate(fields, run);
      List<FieldValue> results = new ArrayList<>();
      for (FieldValue member : value == null ? List.<FieldValue>of() : value.members()) {
        FieldValue result = expression.evaluate(new OneReplaced(fields, name, member), run);
        if (result != null) {
          results.addAll(result.members());
        }
      }
      return MultiValue.of(results);
    };
  }
}
