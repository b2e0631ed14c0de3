package dev.highwater.engine.function.conversion;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.function.json.JsonValues;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.json.JsonWriter;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code toarray(x)}: a multivalue, or a text that is a JSON array, as a JSON array; else NULL.
 * Rules S-170, S-172.
 */
public final class ToArray implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "toarray";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    if (arguments[0] instanceof MultiValue) {
      return JsonValues.array(arguments[0], true);
    }
    return JsonReader.readStructure(arguments[0].text()) instanceof Json.Items items
        ? FieldValue.of(JsonWriter.write(items))
        : null;
  }
}
