package dev.highwater.flink;

import dev.highwater.engine.schedule.EventClock;
import dev.highwater.engine.schedule.PartitionClocks;
import java.time.Duration;

/**
 * Lets a stream be as late as its events are: it has passed the greatest event time less a bound
 * for disorder (S-1400), each file as a partition of its own (S-1964). Records are read by one
 * reader, in the order in which they came.
 *
 * @param disorder how far behind the greatest time events are waited for
 * @param futureBound how far ahead of the greatest time an event is believed; {@link #UNBOUNDED}
 *     for any
 * @param isEager whether findings that are sure to come are given early (S-1409)
 * @param amend how long after a run late events have it done again (S-1408)
 */
public record LiveClock(Duration disorder, Duration futureBound, Duration amend, boolean isEager)
    implements StreamClock {

  /** Any event is believed. */
  public static final Duration UNBOUNDED = Duration.ofMillis(EventClock.NO_BOUND);

  /** The disorder that is waited for unless told otherwise. */
  public static final Duration USUAL_DISORDER = Duration.ofSeconds(5);

  /** How long a partition is waited for whose reader has nothing to read. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final long serialVersionUID = 1L;

  public LiveClock {
    if (disorder.isNegative() || futureBound.isNegative() || amend.isNegative()) {
      throw new IllegalArgumentException(
          "Invalid clock: disorder "
              + disorder
              + ", future bound "
              + futureBound
              + ", amend "
              + amend
              + " (must not be negative)");
    }
  }

  /** No run is done again, no finding is early. */
  public LiveClock(Duration disorder, Duration futureBound) {
    this(disorder, futureBound, Duration.ZERO, false);
  }

  PartitionClocks start() {
    return new PartitionClocks(disorder.toMillis(), futureBound.toMillis(), PATIENCE.toMillis());
  }
}
