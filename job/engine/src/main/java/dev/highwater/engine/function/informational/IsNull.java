package dev.highwater.engine.function.informational;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.plan.Growth;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/** {@code isnull(x)}: whether x is NULL. Rule S-165. */
public final class IsNull implements EvalFunction {

  @Override
  public String name() {
    return "isnull";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public boolean isForMissing() {
    return true;
  }

  @Override
  public boolean isCondition() {
    return true;
  }

  @Override
  public Growth growth(List<Growth> arguments) {
    Growth argument = arguments.get(0);
    return argument.staysThere() && !argument.isFixed()
        ? Growth.STAYS_FALSE
        : Growth.fixed(arguments);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    Evaluator argument = arguments.get(0);
    return (fields, run) -> BooleanValue.of(argument.evaluate(fields, run) == null);
  }
}
