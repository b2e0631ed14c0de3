package dev.highwater.engine.function.conditional;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.plan.ValueComparison;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/** {@code nullif(a, b)}: NULL when both are equal, else a. Rule S-134. */
public final class NullIf implements EvalFunction {

  @Override
  public String name() {
    return "nullif";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(2);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    Evaluator first = arguments.get(0);
    Evaluator second = arguments.get(1);
    return (fields, run) -> {
      FieldValue a = first.evaluate(fields, run);
      FieldValue b = second.evaluate(fields, run);
      return a == null || (b != null && ValueComparison.isEqual(a, b)) ? null : a;
    };
  }
}
