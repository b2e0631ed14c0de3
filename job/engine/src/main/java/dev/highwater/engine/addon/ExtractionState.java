package dev.highwater.engine.addon;

import dev.highwater.engine.event.FieldValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an extraction found in the event at hand: run at most once for an event. */
interface ExtractionState {

  boolean mayGive(String name);

  /** The value that it gives the field, {@code null} for none. */
  @Nullable FieldValue value(FieldSlot slot);

  /** Adds the names of the fields that the event names itself. */
  void addNames(Set<String> names);
}
