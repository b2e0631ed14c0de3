package dev.highwater.app.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A finding as a line of {@code findings.ndjson}, as far as people are shown it.
 *
 * @param row the fields in order, the values of a multivalue joined by a comma
 */
record FindingLine(String scheduled, String detection, Map<String, String> row) {

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Reads a line.
   *
   * @throws IOException when it is no JSON object
   */
  static FindingLine parse(String line) throws IOException {
    String scheduled = "";
    String detection = "";
    Map<String, String> row = Map.of();
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "scheduled_time" -> scheduled = parser.getText();
          case "detection" -> detection = parser.getText();
          case "row" -> row = row(parser);
          default -> parser.skipChildren();
        }
      }
    }
    return new FindingLine(scheduled, detection, row);
  }

  private static Map<String, String> row(JsonParser parser) throws IOException {
    Map<String, String> row = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      boolean isList = parser.nextToken() == JsonToken.START_ARRAY;
      row.put(name, isList ? list(parser) : parser.getText());
    }
    return row;
  }

  private static String list(JsonParser parser) throws IOException {
    StringJoiner values = new StringJoiner(",");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(parser.getText());
    }
    return values.toString();
  }
}
