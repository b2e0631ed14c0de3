package dev.highwater.engine.function.informational;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.NumberValue;

/** Kinds of numbers. */
final class Kind {

  private Kind() {}

  /** A whole number; text counts only without point and exponent. */
  static boolean isInteger(FieldValue value) {
    double number = value.number();
    return number == Math.rint(number)
        && (value instanceof NumberValue
            || value.text().chars().noneMatch(c -> ".eE".indexOf(c) >= 0));
  }
}
