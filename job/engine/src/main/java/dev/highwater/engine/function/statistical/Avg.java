package dev.highwater.engine.function.statistical;

import dev.highwater.engine.function.NumericArguments;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/**
 * {@code avg(a, b, ...)}: the mean of the numbers; what is no number is left out, NULL where there
 * is none. Rules S-107, S-942.
 */
public final class Avg implements EvalFunction {

  @Override
  public String name() {
    return "avg";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(1);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    NumericArguments.requireNoText(call);
    return (fields, run) -> {
      double[] numbers = NumericArguments.among(arguments, fields, run);
      double sum = 0;
      for (double number : numbers) {
        sum += number;
      }
      return numbers.length == 0 ? null : NumericArguments.finite(sum / numbers.length);
    };
  }
}
