package dev.highwater.engine.function.conditional;

import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/** {@code null()}: NULL. Rule S-137. */
public final class Null implements EvalFunction {

  @Override
  public String name() {
    return "null";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(0);
  }

  @Override
  public List<Expression> passes(List<Expression> arguments) {
    return List.of();
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    return (fields, run) -> null;
  }
}
