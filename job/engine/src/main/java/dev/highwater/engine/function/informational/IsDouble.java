package dev.highwater.engine.function.informational;

import dev.highwater.engine.event.FieldValue;

/** {@code isdouble(x)}: whether x is a number but no integer. Rules S-165, S-954. */
public final class IsDouble implements TypeTest {

  @Override
  public String name() {
    return "isdouble";
  }

  @Override
  public boolean test(FieldValue value, boolean isQuoted) {
    return !isQuoted && value.isNumeric() && !Kind.isInteger(value);
  }
}
