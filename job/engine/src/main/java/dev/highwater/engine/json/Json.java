package dev.highwater.engine.json;

import dev.highwater.engine.event.FieldValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value. Immutable. */
public sealed interface Json {

  /** An object; its members stand in the order of the text. */
  record Members(Map<String, Json> byName) implements Json {
    public Members {
      byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }
  }

  /** An array. */
  record Items(List<Json> list) implements Json {
    public Items {
      list = List.copyOf(list);
    }
  }

  /** A string, without its quotes. */
  record Text(String text) implements Json {}

  /**
   * A number.
   *
   * @param text as written, so that no digit is lost
   */
  record Numeral(String text) implements Json {}

  /** True or false. */
  record Truth(boolean isTrue) implements Json {}

  /** JSON's null. */
  record Null() implements Json {}

  /**
   * Its text as the value of a field shows it: a string without quotes, everything else as JSON;
   * {@code null} for JSON's null.
   */
  default @Nullable String fieldText() {
    if (this instanceof Text string) {
      return string.text();
    } else if (this instanceof Numeral number) {
      return number.text();
    }
    return this instanceof Null ? null : JsonWriter.write(this);
  }

  /**
   * The value of a field for it: a number where a double holds all its digits, else text (S-170,
   * S-947); {@code null} for JSON's null.
   */
  default @Nullable FieldValue fieldValue() {
    if (this instanceof Numeral number && isExact(number.text())) {
      return FieldValue.of(Double.parseDouble(number.text()));
    }
    String text = fieldText();
    return text == null ? null : FieldValue.of(text);
  }

  /** Whether a number's double is no other number: not more than 53 bits. */
  static boolean isExact(String number) {
    return Math.abs(Double.parseDouble(number)) <= 1L << 53;
  }
}
