package dev.highwater.engine.function.json;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/** {@code json_valid(x)}: whether x is JSON. Rule S-170. */
public final class JsonValid implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "json_valid";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public boolean isCondition() {
    return true;
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {
    return BooleanValue.of(JsonReader.read(arguments[0].text()) != null);
  }
}
