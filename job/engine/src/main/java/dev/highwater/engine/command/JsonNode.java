package dev.highwater.engine.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.highwater.engine.event.FieldValue;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of a JSON text that knows where in the text it stands. */
final class JsonNode {

  private static final JsonFactory JSON = new JsonFactory();

  private final @Nullable String name;
  private final @Nullable FieldValue value;
  private final boolean isArray;
  private final List<JsonNode> children = new ArrayList<>();
  private final String source;
  private final int start;
  private int end;

  private JsonNode(
      @Nullable String name,
      @Nullable FieldValue value,
      boolean isArray,
      String source,
      int start) {
    this.name = name;
    this.value = value;
    this.isArray = isArray;
    this.source = source;
    this.start = start;
    this.end = source.length();
  }

  /** The name of a member of an object; null for anything else. */
  @Nullable String name() {
    return name;
  }

  /** What a string, number or constant is; null for an object or array. */
  @Nullable FieldValue value() {
    return value;
  }

  boolean isArray() {
    return isArray;
  }

  /** The members of an object or the items of an array, in order. */
  List<JsonNode> children() {
    return children;
  }

  /** A text's value, as far as the text is JSON; null when it does not begin as any. */
  static @Nullable JsonNode readable(String text) {
    return new Building(text).run();
  }

  /** A text's value; null when the text is not JSON from its beginning to its end. */
  static @Nullable JsonNode complete(String text) {
    Building building = new Building(text);
    JsonNode root = building.run();
    return building.isComplete ? root : null;
  }

  boolean isObject() {
    return value == null && !isArray;
  }

  /** What a field gets: strings without quotes, objects and arrays as they are written. */
  FieldValue fieldValue() {
    return value != null ? value : FieldValue.of(source.substring(start, end));
  }

  private static final class Building {
    private final String text;
    private final Deque<JsonNode> open = new ArrayDeque<>();
    private @Nullable JsonNode root;
    private @Nullable String name;
    private boolean isComplete;

    Building(String text) {
      this.text = text;
    }

    @Nullable JsonNode run() {
      try (JsonParser parser = JSON.createParser(text)) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          if (root != null && open.isEmpty()) {
            return root; // a second value: the text is more than JSON
          }
          take(token, parser);
        }
        isComplete = root != null && open.isEmpty();
        return root;
      } catch (IOException e) {
        return root; // what is cut or broken counts up to there
      }
    }

    private void take(JsonToken token, JsonParser parser) throws IOException {
      int start = (int) parser.currentTokenLocation().getCharOffset();
      switch (token) {
        case FIELD_NAME -> name = parser.currentName();
        case START_OBJECT, START_ARRAY -> {
          JsonNode node = add(null, token == JsonToken.START_ARRAY, start);
          open.push(node);
        }
        case END_OBJECT, END_ARRAY -> open.pop().end = start + 1;
        default -> add(FieldValue.of(parser.getText()), false, start);
      }
    }

    private JsonNode add(@Nullable FieldValue value, boolean isArray, int start) {
      JsonNode parent = open.peek();
      String own = parent != null && !parent.isArray() ? name : null;
      JsonNode node = new JsonNode(own, value, isArray, text, start);
      if (parent != null) {
        parent.children().add(node);
      } else {
        root = node;
      }
      return node;
    }
  }
}
