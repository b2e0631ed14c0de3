package dev.highwater.engine.function.math;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.function.NumericArguments;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * {@code sigfig(x)}: x with as many digits as its operands justify: products have the digits of the
 * poorest factor, sums end where the poorest addend ends. Rules S-167, S-953.
 */
public final class Sigfig implements EvalFunction {

  @Override
  public String name() {
    return "sigfig";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    NumericArguments.requireNoText(call);
    Evaluator number = arguments.get(0);
    SignificantDigits digits = SignificantDigits.of(call.arguments().get(0));
    return (fields, run) -> {
      FieldValue value = number.evaluate(fields, run);
      if (value == null || NumericArguments.finite(value.number()) == null) {
        return null;
      }
      int scale = digits.lastPlace(fields);
      return scale == SignificantDigits.ALL
          ? FieldValue.of(value.number())
          : FieldValue.of(
              BigDecimal.valueOf(value.number())
                  .setScale(scale, RoundingMode.HALF_UP)
                  .doubleValue());
    };
  }
}
