package dev.highwater.engine.event;

import org.jspecify.annotations.Nullable;

/** Something that has fields: a row, or an event whose fields are extracted when asked for. */
@FunctionalInterface
public interface Fields {

  /**
   * The value of the field {@code name}, {@code null} when there is none. Names are case-sensitive
   * (S-011).
   */
  @Nullable FieldValue get(String name);
}
