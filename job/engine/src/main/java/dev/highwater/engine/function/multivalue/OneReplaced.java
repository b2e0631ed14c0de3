package dev.highwater.engine.function.multivalue;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import org.jspecify.annotations.Nullable;

/** Fields of which one has another value. */
record OneReplaced(Fields others, String replaced, FieldValue value) implements Fields {

  @Override
  public @Nullable FieldValue get(String name) {
    return name.equals(replaced) ? value : others.get(name);
  }
}
