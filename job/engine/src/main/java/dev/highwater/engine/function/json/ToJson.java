package dev.highwater.engine.function.json;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/** {@code tojson(x)}: a value as JSON. Rules S-170, S-946. */
public final class ToJson implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "tojson";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {
    return JsonValues.text(JsonValues.of(arguments[0]));
  }
}
