package dev.highwater.engine.function.conversion;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.function.json.JsonValues;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code tomv(x)}: a multivalue as it is, the items of a JSON array with their quotes; else NULL.
 * Rules S-170, S-172.
 */
public final class ToMv implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "tomv";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    return arguments[0] instanceof MultiValue
        ? arguments[0]
        : JsonValues.members(arguments[0], true);
  }
}
