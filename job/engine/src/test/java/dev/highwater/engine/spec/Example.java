package dev.highwater.engine.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An example of Splunk's behaviour that was collected from its documentation and its output.
 *
 * @param kind eval, search, pipeline or time
 * @param expected null where the search has to fail
 */
record Example(
    String id,
    String kind,
    String spl,
    String zone,
    List<Map<String, Object>> input,
    @Nullable List<Map<String, Object>> expected) {

  /** Stands for JSON's null: the field is absent. */
  static final Object ABSENT = "absent";

  static List<Example> readAll(Path file) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      try (JsonParser json = new JsonFactory().createParser(line)) {
        json.nextToken();
        examples.add(of(object(json)));
      }
    }
    return examples;
  }

  private static Example of(Map<String, Object> members) {
    Object expected = members.get("expected");
    return new Example(
        String.valueOf(members.get("id")),
        String.valueOf(members.get("kind")),
        String.valueOf(members.get("spl")),
        String.valueOf(members.getOrDefault("tz", "UTC")),
        rows(members.get("input")),
        expected instanceof List<?> ? rows(expected) : null);
  }

  @SuppressWarnings("unchecked") // only objects stand in these lists
  private static List<Map<String, Object>> rows(@Nullable Object list) {
    return list == null ? List.of() : (List<Map<String, Object>>) list;
  }

  /** Numbers of the input are numbers, everything else is text. */
  static @Nullable FieldValue value(@Nullable Object json) {
    if (json == null || json == ABSENT) {
      return null;
    } else if (json instanceof List<?> items) {
      List<FieldValue> members = new ArrayList<>();
      for (Object item : items) {
        FieldValue member = value(item);
        if (member != null) {
          members.add(member);
        }
      }
      return MultiValue.of(members);
    }
    return json instanceof Double number ? FieldValue.of(number) : FieldValue.of(json.toString());
  }

  static Row row(Map<String, Object> members) {
    Row row = new Row();
    members.forEach((name, json) -> row.set(name, value(json)));
    return row;
  }

  private static Map<String, Object> object(JsonParser json) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      members.put(name, any(json));
    }
    return members;
  }

  private static Object any(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          items.add(any(json));
        }
        yield items;
      }
      case VALUE_NULL -> ABSENT;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      default -> json.getText();
    };
  }
}
