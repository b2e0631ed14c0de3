package dev.highwater.engine.function.informational;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.TextValue;

/**
 * {@code isstr(x)}: whether x is text. A literal in quotes is, a field that reads as a number is
 * not; {@code NaN} is both. Rule S-165.
 */
public final class IsStr implements TypeTest {

  @Override
  public String name() {
    return "isstr";
  }

  @Override
  public boolean test(FieldValue value, boolean isQuoted) {
    return value instanceof TextValue && (isQuoted || !value.isNumeric());
  }
}
