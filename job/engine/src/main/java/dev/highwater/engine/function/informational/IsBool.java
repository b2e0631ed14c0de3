package dev.highwater.engine.function.informational;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;

/** {@code isbool(x)}: whether x is a Boolean. Rule S-165. */
public final class IsBool implements TypeTest {

  @Override
  public String name() {
    return "isbool";
  }

  @Override
  public boolean test(FieldValue value, boolean isQuoted) {
    return value instanceof BooleanValue;
  }
}
