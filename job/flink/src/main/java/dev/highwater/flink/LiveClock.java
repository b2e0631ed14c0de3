package dev.highwater.flink;

import dev.highwater.engine.schedule.EventClock;
import java.time.Duration;

/**
 * Lets a stream be as late as its events are: it has passed the greatest event time less a bound
 * for disorder (S-1400). Records are read by one reader, in their order.
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

  EventClock start(long greatestMillis) {
    return new EventClock(disorder.toMillis(), futureBound.toMillis(), greatestMillis);
  }
}
