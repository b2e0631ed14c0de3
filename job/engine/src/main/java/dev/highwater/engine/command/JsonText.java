package dev.highwater.engine.command;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.highwater.engine.event.FieldValue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code tojson} makes of the values of a field. Rule S-986. */
enum JsonText {
  /** Whatever a value reads as: number, Boolean, object or array, else text. */
  AUTO,
  /** {@code true}, {@code false} and their like. */
  BOOL,
  /** Text that is JSON. */
  JSON,
  /** Text, whatever it is. */
  NONE,
  /** Numbers. */
  NUM,
  /** Text. */
  STR;

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

  /** The value in JSON, an array of several; null when a value is nothing of the kind. */
  @Nullable String of(FieldValue value) {
    if (value.members().size() == 1) {
      return one(value.text());
    }
    return value.members().stream()
        .map(member -> String.valueOf(one(member.text())))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private @Nullable String one(String text) {
    return switch (this) {
      case NONE, STR -> quoted(text);
      case NUM -> number(text);
      case BOOL -> truth(text);
      case JSON -> JsonNode.complete(text) == null ? null : text;
      case AUTO -> guessed(text);
    };
  }

  private static String guessed(String text) {
    String number = number(text);
    boolean isStructure = text.startsWith("{") || text.startsWith("[");
    if (number != null) {
      return number;
    }
    boolean isLiteral = text.equals("true") || text.equals("false");
    return isLiteral || (isStructure && JsonNode.complete(text) != null) ? text : quoted(text);
  }

  private static @Nullable String number(String text) {
    return NUMBER.matcher(text).matches() ? text : null;
  }

  private static @Nullable String truth(String text) {
    return switch (text) {
      case "true", "t", "True", "TRUE", "yes", "1" -> "true";
      case "false", "f", "False", "FALSE", "no", "0" -> "false";
      default -> null;
    };
  }

  /** A text as a JSON string. */
  static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
