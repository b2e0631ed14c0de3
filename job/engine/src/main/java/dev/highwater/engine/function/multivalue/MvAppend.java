package dev.highwater.engine.function.multivalue;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code mvappend(a, b, ...)}: all values, one after the other; NULL where there is none. Rule
 * S-150.
 */
public final class MvAppend implements EvalFunction {

  @Override
  public String name() {
    return "mvappend";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(1);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    return (fields, run) -> {
      List<FieldValue> values = new ArrayList<>();
      for (Evaluator argument : arguments) {
        FieldValue value = argument.evaluate(fields, run);
        if (value != null) {
          values.addAll(value.members());
        }
      }
      return MultiValue.of(values);
    };
  }
}
