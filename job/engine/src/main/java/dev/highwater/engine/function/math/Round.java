package dev.highwater.engine.function.math;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.function.NumericArguments;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.plan.Growth;
import dev.highwater.engine.spl.Expression;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code round(x[, digits])}: halves go away from zero, in the decimal that x is written as. Rules
 * S-166, S-112.
 */
public final class Round implements EvalFunction {

  private static final FieldValue NONE = FieldValue.of(0);

  /** No double has a digit beyond. */
  private static final int MOST_DIGITS = 400;

  @Override
  public String name() {
    return "round";
  }

  @Override
  public Arity arity() {
    return Arity.between(1, 2);
  }

  @Override
  public boolean isNumber() {
    return true;
  }

  @Override
  public Growth growth(List<Growth> arguments) {
    Growth number = arguments.get(0);
    boolean isSameRounding = arguments.size() == 1 || arguments.get(1).isFixed();
    return isSameRounding && (number == Growth.RISES || number == Growth.FALLS)
        ? number
        : EvalFunction.super.growth(arguments);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    NumericArguments.requireNoText(call);
    Evaluator number = arguments.get(0);
    Evaluator digits = arguments.size() == 1 ? (fields, run) -> NONE : arguments.get(1);
    return (fields, run) -> {
      FieldValue x = number.evaluate(fields, run);
      FieldValue count = digits.evaluate(fields, run);
      return x == null || count == null ? null : rounded(x.number(), count.number());
    };
  }

  private static @Nullable FieldValue rounded(double x, double digits) {
    if (Double.isNaN(digits) || NumericArguments.finite(x) == null) {
      return null;
    }
    if (digits > MOST_DIGITS) {
      return FieldValue.of(x);
    }
    int scale = (int) Math.max(digits, -MOST_DIGITS);
    return FieldValue.of(BigDecimal.valueOf(x).setScale(scale, RoundingMode.HALF_UP).doubleValue());
  }
}
