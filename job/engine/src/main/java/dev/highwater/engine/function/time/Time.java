package dev.highwater.engine.function.time;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.plan.Growth;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/**
 * {@code time()}: the scheduled time of the run with its milliseconds, the same for each row: there
 * is no other clock. Rules S-161, S-944.
 */
public final class Time implements EvalFunction {

  @Override
  public String name() {
    return "time";
  }

  @Override
  public boolean needsRun() {
    return true;
  }

  @Override
  public Growth growth(List<Growth> arguments) {
    return Growth.FIXED_NUMBER; // of a run there is one
  }

  @Override
  public Arity arity() {
    return Arity.exactly(0);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    return (fields, run) -> FieldValue.of(run.nowMillis() / 1000.0);
  }
}
