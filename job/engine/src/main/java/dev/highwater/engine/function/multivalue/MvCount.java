package dev.highwater.engine.function.multivalue;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Growth;
import dev.highwater.engine.plan.RunContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code mvcount(x)}: the number of values; NULL for none. Rule S-151. */
public final class MvCount implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "mvcount";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public boolean isNumber() {
    return true;
  }

  @Override
  public Growth growth(List<Growth> arguments) {
    return arguments.get(0) == Growth.GAINS
        ? Growth.RISES
        : EvalFunction.OfValues.super.growth(arguments);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {
    return FieldValue.of((double) arguments[0].members().size());
  }
}
