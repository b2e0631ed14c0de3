package dev.highwater.engine.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time specifier: {@code now} or {@code now()}, epoch seconds, {@code 03/01/2026:00:50:00}, or
 * offsets and snaps such as {@code -1d@d+2h}, applied from left to right (S-400..S-404, S-1010).
 */
public final class RelativeTime {

  /** The scheduled time itself. */
  public static final RelativeTime NOW = new RelativeTime("now", null, null, List.of());

  private final String text;
  private final @Nullable Instant epoch;
  private final @Nullable LocalDateTime local;
  private final List<TimeStep> steps;

  RelativeTime(
      String text, @Nullable Instant epoch, @Nullable LocalDateTime local, List<TimeStep> steps) {
    this.text = text;
    this.epoch = epoch;
    this.local = local;
    this.steps = List.copyOf(steps);
  }

  /**
   * Reads a time specifier.
   *
   * @throws IllegalArgumentException saying which part cannot be read and what could stand there
   */
  public static RelativeTime parse(String text) {
    return new RelativeTimeParser(text).parse();
  }

  /** The time in epoch milliseconds, from {@code baseMillis} where it is relative. */
  public long apply(long baseMillis, ZoneId zone) {
    if (epoch != null) {
      return epoch.toEpochMilli();
    }
    if (local != null) {
      return local.atZone(zone).toInstant().toEpochMilli();
    }
    long time = baseMillis;
    for (TimeStep step : steps) {
      time = step.apply(time, zone);
    }
    return time;
  }

  /** Whether it is the same time whatever the base. */
  public boolean isAbsolute() {
    return epoch != null || local != null;
  }

  /** A relative time is at least the base plus this. */
  public long leastShiftMillis() {
    return steps.stream().mapToLong(TimeStep::leastShiftMillis).sum();
  }

  /** A relative time is at most the base plus this. */
  public long greatestShiftMillis() {
    return steps.stream().mapToLong(TimeStep::greatestShiftMillis).sum();
  }

  /** The canonical text: every count written, the shortest name of each unit. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RelativeTime time && time.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
