package dev.highwater.engine.function.conditional;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/**
 * {@code validate(condition, value, ...)}: the value of the first condition that is false, else
 * NULL. Rule S-133.
 */
public final class Validate implements EvalFunction {

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(2);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    return ConditionPairs.first(BooleanValue.FALSE, call, arguments, "S-133");
  }
}
