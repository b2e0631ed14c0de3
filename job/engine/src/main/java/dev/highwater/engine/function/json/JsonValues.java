package dev.highwater.engine.function.json;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.NumberValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of fields as JSON and the other way round (S-170). */
public final class JsonValues {

  private JsonValues() {}

  /**
   * A value as part of a JSON text: text that is an object or array counts as one (S-940), several
   * values are an array, NULL is JSON's null.
   */
  public static Json of(@Nullable FieldValue value) {
    if (value == null) {
      return new Json.Null();
    } else if (value instanceof BooleanValue truth) {
      return new Json.Truth(truth.isTrue());
    } else if (value instanceof NumberValue number && Double.isFinite(number.number())) {
      return new Json.Numeral(number.text());
    } else if (value instanceof MultiValue multi) {
      return new Json.Items(multi.members().stream().map(JsonValues::of).toList());
    }
    Json structure = JsonReader.readStructure(value.text());
    return structure == null ? new Json.Text(value.text()) : structure;
  }

  /** The values as an array; with {@code infers} those that are JSON stay what they are. */
  public static FieldValue array(FieldValue value, boolean infers) {
    List<Json> items = new ArrayList<>();
    for (FieldValue member : value.members()) {
      Json inferred = infers ? JsonReader.read(member.text()) : null;
      items.add(inferred == null ? new Json.Text(member.text()) : inferred);
    }
    return text(new Json.Items(items));
  }

  /** JSON as the value of a field. */
  static FieldValue text(Json json) {
    return FieldValue.of(JsonWriter.write(json));
  }

  /** The items of an array as values; NULL for what is no array. */
  public static @Nullable FieldValue members(FieldValue value, boolean keepsQuotes) {
    if (!(JsonReader.readStructure(value.text()) instanceof Json.Items items)) {
      return null;
    }
    List<FieldValue> members = new ArrayList<>();
    for (Json item : items.list()) {
      String text = keepsQuotes ? null : item.fieldText();
      members.add(text == null ? text(item) : FieldValue.of(text));
    }
    return MultiValue.of(members);
  }
}
