package dev.highwater.engine.content;

import java.util.List;

/**
 * Which findings of a detection are held back after one like them (S-432, S-675).
 *
 * @param fields whose values make findings alike; empty when all findings of the detection are
 *     alike but those of the same run
 * @param groupName the name that detections share which hold each other's findings back; empty for
 *     none
 */
public record Throttling(List<String> fields, long periodMillis, String groupName) {

  public Throttling {
    fields = List.copyOf(fields);
    if (periodMillis <= 0) {
      throw new IllegalArgumentException(
          "Invalid throttling: " + periodMillis + " ms (must be more than 0)");
    }
  }

  /** Without a group. */
  public Throttling(List<String> fields, long periodMillis) {
    this(fields, periodMillis, "");
  }
}
