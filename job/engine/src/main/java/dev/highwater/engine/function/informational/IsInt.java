package dev.highwater.engine.function.informational;

import dev.highwater.engine.event.FieldValue;

/** {@code isint(x)}: whether x is a whole number, written without a point. Rules S-165, S-954. */
public final class IsInt implements TypeTest {

  @Override
  public String name() {
    return "isint";
  }

  @Override
  public boolean test(FieldValue value, boolean isQuoted) {
    return !isQuoted && Kind.isInteger(value);
  }
}
