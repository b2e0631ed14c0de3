package dev.highwater.engine.function.json;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code json_delete(x, path, ...)}: without the members at these paths, which may also stand in an
 * array. Rule S-170.
 */
public final class JsonDelete implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "json_delete";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(2);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    Json json = JsonReader.readStructure(arguments[0].text());
    if (json == null) {
      return null;
    }
    for (int i = 1; i < arguments.length; i++) {
      String place = arguments[i].text();
      List<Json> paths =
          JsonReader.readStructure(place) instanceof Json.Items items
              ? items.list()
              : List.of(new Json.Text(place));
      for (Json path : paths) {
        String text = path.fieldText();
        json = text == null ? json : EditingFunction.changed(json, text, old -> null, false);
      }
    }
    return JsonValues.text(json);
  }
}
