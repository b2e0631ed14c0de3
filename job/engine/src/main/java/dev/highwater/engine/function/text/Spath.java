package dev.highwater.engine.function.text;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonPath;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code spath(x, path)}: what a path leads to in a JSON text; several values for a path with
 * {@code {}}. Rule S-170.
 */
public final class Spath implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "spath";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(2);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    JsonPath path = JsonPath.parse(arguments[1].text());
    Json json = path == null ? null : JsonReader.readStructure(arguments[0].text());
    if (path == null || json == null) {
      return null;
    }
    List<FieldValue> values = new ArrayList<>();
    for (Json found : path.select(json)) {
      String text = found.fieldText();
      if (text != null) {
        values.add(FieldValue.of(text));
      }
    }
    return MultiValue.of(values);
  }
}
