package dev.highwater.engine.function.informational;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.plan.Growth;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/** {@code isnotnull(x)}: whether x has a value. Rule S-165. */
public final class IsNotNull implements EvalFunction {

  @Override
  public String name() {
    return "isnotnull";
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
        ? Growth.STAYS_TRUE
        : Growth.fixed(arguments);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    Evaluator argument = arguments.get(0);
    return (fields, run) -> BooleanValue.of(argument.evaluate(fields, run) != null);
  }
}
