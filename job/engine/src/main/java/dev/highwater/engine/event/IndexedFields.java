package dev.highwater.engine.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fields that an input gives an event beside its text: columns of a table, {@code fields} of an
 * envelope (S-1317). Immutable.
 *
 * @param byName values by their names, in the order of the input
 */
public record IndexedFields(Map<String, FieldValue> byName) {

  /** Those of an event that has none. */
  public static final IndexedFields NONE = new IndexedFields(Map.of());

  public IndexedFields {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  public boolean isEmpty() {
    return byName.isEmpty();
  }
}
