package dev.highwater.engine.function;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/**
 * A function of one number: NULL for what is no number, and where the result is none (S-102,
 * S-167).
 */
public interface NumberFunction extends EvalFunction {

  /** The result, {@code NaN} where there is none. */
  double apply(double x);

  @Override
  default Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  default boolean isNumber() {
    return true;
  }

  @Override
  default Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    NumericArguments.requireNoText(call);
    Evaluator argument = arguments.get(0);
    return (fields, run) -> {
      FieldValue value = argument.evaluate(fields, run);
      return value == null ? null : NumericArguments.finite(apply(value.number()));
    };
  }
}
