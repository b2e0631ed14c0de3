package dev.highwater.engine.event;

import java.util.List;

/**
 * The value of a field: text, a number or several of them. NULL is the absence of a value, Java's
 * {@code null} (S-100).
 *
 * <p>A Boolean exists inside expressions only and never in a row (S-101).
 */
public sealed interface FieldValue permits TextValue, NumberValue, MultiValue, BooleanValue {

  /** The value as text; a multivalue is its values joined by a line feed. Numbers as S-112 says. */
  String text();

  /** The value as a number, {@code NaN} when it is not one (S-105); a multivalue is not one. */
  double number();

  /** The single values, in order; one for a value that is not a multivalue. */
  default List<FieldValue> members() {
    return List.of(this);
  }

  /** About how much memory it takes. */
  default long estimatedBytes() {
    return 24;
  }

  /** Whether {@link #number()} gives a number. */
  default boolean isNumeric() {
    return !Double.isNaN(number());
  }

  static FieldValue of(String text) {
    return new TextValue(text);
  }

  static FieldValue of(double number) {
    return number == 1 ? NumberValue.ONE : new NumberValue(number);
  }
}
