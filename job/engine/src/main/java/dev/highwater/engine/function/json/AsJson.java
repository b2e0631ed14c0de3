package dev.highwater.engine.function.json;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/** {@code json(x)}: x where it is JSON, else NULL. Rule S-170. */
public final class AsJson implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "json";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    Json json = JsonReader.read(arguments[0].text());
    return json == null ? null : JsonValues.text(json);
  }
}
