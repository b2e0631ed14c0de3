package dev.highwater.engine.function.conversion;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.json.JsonWriter;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code toobject(x)}: a text that is a JSON object, without white space; else NULL. Rules S-170,
 * S-172.
 */
public final class ToObject implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "toobject";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    return JsonReader.readStructure(arguments[0].text()) instanceof Json.Members members
        ? FieldValue.of(JsonWriter.write(members))
        : null;
  }
}
