package dev.highwater.engine.content;

import java.util.List;

/**
 * Which findings of a detection are held back after one like them (S-432, S-675).
 *
 * @param fields whose values make findings alike; at least one
 */
public record Throttling(List<String> fields, long periodMillis) {

  public Throttling {
    fields = List.copyOf(fields);
    if (fields.isEmpty() || periodMillis <= 0) {
      throw new IllegalArgumentException(
          "Invalid throttling: fields " + fields + " for " + periodMillis + " ms (must be some)");
    }
  }
}
