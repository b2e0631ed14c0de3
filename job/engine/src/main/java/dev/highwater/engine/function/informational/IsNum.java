package dev.highwater.engine.function.informational;

import dev.highwater.engine.event.FieldValue;

/**
 * {@code isnum(x)}: whether x is a number; false for NULL. A literal in quotes is not one, a field
 * that says {@code NaN} is. Rule S-165.
 */
public final class IsNum implements TypeTest {

  @Override
  public String name() {
    return "isnum";
  }

  @Override
  public boolean test(FieldValue value, boolean isQuoted) {
    return !isQuoted && (value.isNumeric() || value.text().equals("NaN"));
  }
}
