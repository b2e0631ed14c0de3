package dev.highwater.engine.function.informational;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;

/** {@code ismv(x)}: whether x has several values. Rules S-172, S-954. */
public final class IsMv implements TypeTest {

  @Override
  public String name() {
    return "ismv";
  }

  @Override
  public boolean test(FieldValue value, boolean isQuoted) {
    return value instanceof MultiValue;
  }
}
