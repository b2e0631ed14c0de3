package dev.highwater.engine.content;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a test says of the runs of a schedule over data that came at known times (S-1981).
 *
 * @param cron null for that of the detection's deployment
 * @param earliest null for that of the detection's deployment
 * @param latest null for that of the detection's deployment
 * @param runs all that find something or miss something
 */
public record ScheduleCase(
    @Nullable String cron,
    @Nullable String earliest,
    @Nullable String latest,
    List<ExpectedRun> runs) {

  public ScheduleCase {
    runs = List.copyOf(runs);
    Set<Long> times = new HashSet<>();
    for (ExpectedRun run : runs) {
      if (!times.add(run.scheduledMillis())) {
        throw new IllegalArgumentException("Invalid runs: two of one time (must be one)");
      }
    }
  }

  /**
   * A run.
   *
   * @param scheduledMillis its scheduled time
   * @param rows how many it finds
   * @param expected these rows; null where only their number is said
   * @param late how many events it would have searched that came too late for it
   */
  public record ExpectedRun(
      long scheduledMillis, int rows, @Nullable ExpectedRows expected, int late) {

    public ExpectedRun {
      if (rows < 0 || late < 0) {
        throw new IllegalArgumentException(
            "Invalid run: %d rows, %d late (must be 0 or more)".formatted(rows, late));
      }
    }
  }
}
