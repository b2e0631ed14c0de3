package dev.highwater.engine.function.math;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.function.NumericArguments;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/**
 * {@code log(x[, base])}: the logarithm, to base 10 unless said; NULL unless both are above 0 and
 * the base is not 1. Rule S-167.
 */
public final class Log implements EvalFunction {

  private static final FieldValue TEN = FieldValue.of(10);

  @Override
  public String name() {
    return "log";
  }

  @Override
  public Arity arity() {
    return Arity.between(1, 2);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    NumericArguments.requireNoText(call);
    Evaluator number = arguments.get(0);
    Evaluator base = arguments.size() == 1 ? (fields, run) -> TEN : arguments.get(1);
    return (fields, run) -> {
      FieldValue x = number.evaluate(fields, run);
      FieldValue b = base.evaluate(fields, run);
      return x == null || b == null ? null : NumericArguments.finite(log(x.number(), b.number()));
    };
  }

  private static double log(double x, double base) {
    if (base == TEN.number()) {
      return StrictMath.log10(x);
    }
    if (base <= 0 || base == 1) {
      return Double.NaN;
    }
    double quotient = StrictMath.log(x) / StrictMath.log(base);
    double whole = Math.rint(quotient); // log(8, 2) is 3, not what rounding makes of it
    return StrictMath.pow(base, whole) == x ? whole : quotient;
  }
}
