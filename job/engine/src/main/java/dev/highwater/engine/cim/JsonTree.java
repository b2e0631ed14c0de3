package dev.highwater.engine.cim;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON text as maps, lists and texts: as much as data model files need. */
final class JsonTree {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final String file;
  private final Map<String, Object> members;

  private JsonTree(String file, Map<String, Object> members) {
    this.file = file;
    this.members = members;
  }

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException for text that is no JSON object, with line and column
   */
  static JsonTree parse(String file, String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException(file + ": expected a JSON object");
      }
      return object(file, parser);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static JsonTree object(String file, JsonParser parser) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(file, parser));
    }
    return new JsonTree(file, members);
  }

  private static Object value(String file, JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(file, parser);
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(file, parser));
        }
        yield items;
      }
      default -> parser.getText();
    };
  }

  /**
   * The text or number of a member as text.
   *
   * @throws IllegalArgumentException when there is none
   */
  String requiredText(String name) {
    String value = text(name);
    if (value == null) {
      throw new IllegalArgumentException(file + ": missing \"" + name + "\"");
    }
    return value;
  }

  /** The text or number of a member as text, {@code null} when there is none. */
  @Nullable String text(String name) {
    Object value = members.get(name);
    return value instanceof String text ? text : null;
  }

  /** The objects in an array member; none when it is missing. */
  List<JsonTree> objects(String name) {
    List<JsonTree> objects = new ArrayList<>();
    if (members.get(name) instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof JsonTree object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }
}
