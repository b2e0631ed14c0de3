package dev.highwater.engine.function.math;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/** {@code pi()}. Rule S-167. */
public final class Pi implements EvalFunction {

  @Override
  public String name() {
    return "pi";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(0);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    FieldValue pi = FieldValue.of(Math.PI);
    return (fields, run) -> pi;
  }
}
