package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventPosition;
import java.util.List;

/**
 * What a schedule did to the events of one detection (S-1405).
 *
 * @param detection its id
 * @param events that its search matched and that a run searches
 * @param missed (event, run) pairs where the event came after the run
 * @param unseen events that no run saw
 * @param atRun from the event to the first run that saw it
 * @param atWatermark from the event to when a stream that waits for disorder has passed its first
 *     run
 * @param atArrival from the event to when it came
 * @param lagMillis how far behind the run its range ends
 * @param neededLagMillis the smallest such lag, to the minute, by which a run would have seen every
 *     event
 * @param skews what would have been missed if runs had started later
 */
public record ScheduleTiming(
    String detection,
    long events,
    long missed,
    List<Unseen> unseen,
    Delays atRun,
    Delays atWatermark,
    Delays atArrival,
    long lagMillis,
    long neededLagMillis,
    List<Skew> skews) {

  public ScheduleTiming {
    unseen = List.copyOf(unseen);
    skews = List.copyOf(skews);
  }

  /** An event that no run saw. */
  public record Unseen(EventPosition position, long timeMillis, long indexMillis) {}

  /**
   * What is missed when runs start so long after their scheduled time.
   *
   * @param millis the skew
   * @param unseen events that no run sees
   * @param missed (event, run) pairs where the event came after the run
   */
  public record Skew(long millis, long unseen, long missed) {}
}
