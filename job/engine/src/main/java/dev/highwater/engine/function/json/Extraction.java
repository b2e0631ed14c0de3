package dev.highwater.engine.function.json;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What {@code json_extract} and its kin make of a JSON text and places in it (S-170). */
final class Extraction {

  private Extraction() {}

  /**
   * The value at the only place as that of a field; an array with an item for each place where
   * there are several, JSON's null for one that leads nowhere. Without places the whole.
   */
  static @Nullable FieldValue of(
      FieldValue[] arguments, BiFunction<Json, String, @Nullable Json> find) {
    Json root = JsonReader.read(arguments[0].text());
    if (root == null || arguments.length == 1) {
      return root == null ? null : root.fieldValue();
    }
    List<Json> found = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      Json value = find.apply(root, arguments[i].text());
      found.add(value == null ? new Json.Null() : value);
    }
    return found.size() == 1 ? found.get(0).fieldValue() : JsonValues.text(new Json.Items(found));
  }
}
