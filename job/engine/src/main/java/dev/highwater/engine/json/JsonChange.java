package dev.highwater.engine.json;

import org.jspecify.annotations.Nullable;

/** What becomes of a value inside of JSON. */
@FunctionalInterface
public interface JsonChange {

  /** The new value for the old one; {@code null} stands for no value. */
  @Nullable Json of(@Nullable Json value);
}
