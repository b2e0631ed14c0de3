package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields by their names, in order, as long as the names are not too many: they grow with every
 * level that a text is nested, so that a text of an attacker could fill the memory (S-1323).
 */
final class FoundFields {

  private static final long MOST_KEPT = 16L << 20;

  /** Names that are put together and were there before cost time, too. */
  private static final long MOST_MADE = 256L << 20;

  private final Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
  private long kept;
  private long made;

  /** Takes one value more of a field; nothing once there are too many names. */
  void add(String name, FieldValue value) {
    made += name.length();
    if (!isFull()) {
      List<FieldValue> values = fields.get(name);
      if (values == null) {
        kept += name.length();
        fields.put(name, new ArrayList<>(List.of(value)));
      } else {
        values.add(value);
      }
    }
  }

  /** True when nothing more is taken. */
  boolean isFull() {
    return kept > MOST_KEPT || made > MOST_MADE;
  }

  Map<String, List<FieldValue>> byName() {
    return fields;
  }
}
