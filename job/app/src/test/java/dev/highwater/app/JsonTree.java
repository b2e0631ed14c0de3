package dev.highwater.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** JSON as maps, lists and texts; numbers and truth values by their text, null as {@code ""}. */
public final class JsonTree {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonTree() {}

  /** The objects of a file of lines, which may be gzipped. */
  static List<Map<String, Object>> lines(Path file) throws IOException {
    List<Map<String, Object>> objects = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        objects.add(object(line));
      }
    }
    return objects;
  }

  /** The object that a text is. */
  public static Map<String, Object> object(String text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      return object(parser);
    }
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NULL -> "";
      default -> parser.getText();
    };
  }

  /** A value that has to be there. */
  static Object of(Map<?, ?> object, String name) {
    Object value = object.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name + " in " + object.keySet());
    }
    return value;
  }

  /** The objects of a list. */
  static List<Map<?, ?>> objects(Object list) {
    List<Map<?, ?>> objects = new ArrayList<>();
    ((List<?>) list).forEach(each -> objects.add((Map<?, ?>) each));
    return objects;
  }
}
