package dev.highwater.engine.function;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/** A function of two numbers; NULL as with {@link NumberFunction}. */
public interface PairFunction extends EvalFunction {

  /** The result, {@code NaN} where there is none. */
  double apply(double x, double y);

  @Override
  default Arity arity() {
    return Arity.exactly(2);
  }

  @Override
  default boolean isNumber() {
    return true;
  }

  @Override
  default Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    NumericArguments.requireNoText(call);
    Evaluator first = arguments.get(0);
    Evaluator second = arguments.get(1);
    return (fields, run) -> {
      FieldValue x = first.evaluate(fields, run);
      FieldValue y = second.evaluate(fields, run);
      return x == null || y == null ? null : NumericArguments.finite(apply(x.number(), y.number()));
    };
  }
}
