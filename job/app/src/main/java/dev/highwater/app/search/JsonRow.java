package dev.highwater.app.search;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Objects of JSON as rows: numbers are numbers, arrays several values, null is no value, everything
 * else is text. A {@code _time} in RFC 3339 becomes epoch seconds.
 */
final class JsonRow {

  private static final Pattern RFC3339 =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "([Zz]|[+-][0-9]{2}:[0-9]{2})");

  private JsonRow() {}

  static Row of(Json.Members object) {
    Row row = new Row();
    object.byName().forEach((name, json) -> row.set(name, value(name, json)));
    return row;
  }

  private static @Nullable FieldValue value(String name, Json json) {
    if (json instanceof Json.Items items) {
      List<FieldValue> members = new ArrayList<>();
      for (Json item : items.list()) {
        FieldValue member = item.fieldValue();
        if (member != null) {
          members.add(member);
        }
      }
      return MultiValue.of(members);
    }
    boolean isTime =
        name.equals("_time")
            && json instanceof Json.Text text
            && RFC3339.matcher(text.text()).matches();
    return isTime ? seconds(((Json.Text) json).text()) : json.fieldValue();
  }

  private static FieldValue seconds(String text) {
    try {
      String spelled = text.substring(0, 10) + 'T' + text.substring(11).replace('z', 'Z');
      Instant time = OffsetDateTime.parse(spelled).toInstant();
      return FieldValue.of(time.getEpochSecond() + time.getNano() / 1e9);
    } catch (DateTimeException e) {
      return FieldValue.of(text); // the 30th of February is a text as any other
    }
  }
}
