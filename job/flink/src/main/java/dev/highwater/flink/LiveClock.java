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
 */
public record LiveClock(Duration disorder, Duration futureBound) implements StreamClock {

  /** Any event is believed. */
  public static final Duration UNBOUNDED = Duration.ofMillis(EventClock.NO_BOUND);

  /** The disorder that is waited for unless told otherwise. */
  public static final Duration USUAL_DISORDER = Duration.ofSeconds(5);

  private static final long serialVersionUID = 1L;

  public LiveClock {
    if (disorder.isNegative() || futureBound.isNegative()) {
      throw new IllegalArgumentException(
          "Invalid clock: disorder " + disorder + ", future bound " + futureBound);
    }
  }

  EventClock start(long greatestMillis) {
    return new EventClock(disorder.toMillis(), futureBound.toMillis(), greatestMillis);
  }
}
