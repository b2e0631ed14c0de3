package dev.highwater.engine.detect;

import java.util.List;

/**
 * How long after their events something happened, milliseconds; all 0 where nothing did.
 *
 * @param count events
 */
public record Delays(long count, long p50Millis, long p95Millis, long maxMillis) {

  /** Percentiles are values that there are, the nearest rank. */
  static Delays of(List<Long> delays) {
    List<Long> sorted = delays.stream().sorted().toList();
    return sorted.isEmpty()
        ? new Delays(0, 0, 0, 0)
        : new Delays(
            sorted.size(), percentile(sorted, 50), percentile(sorted, 95), percentile(sorted, 100));
  }

  private static long percentile(List<Long> sorted, int percent) {
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.get(Math.max(0, rank - 1));
  }
}
