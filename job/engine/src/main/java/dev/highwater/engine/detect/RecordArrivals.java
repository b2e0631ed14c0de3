package dev.highwater.engine.detect;

import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.schedule.EventClock;

/**
 * When the records of one file came, asked in their order (S-1965): as a record says, else when the
 * events of the file had come so far. Never goes back. Not safe for use by several threads.
 */
public final class RecordArrivals {

  private final RecordTimes times;
  private final EventClock clock;
  private long latestMillis = Long.MIN_VALUE;

  /**
   * @param futureMillis how far ahead of the file's other events an event is believed; {@link
   *     EventClock#NO_BOUND} for any
   */
  public RecordArrivals(RecordTimes times, long futureMillis) {
    this.times = times;
    this.clock = new EventClock(0, futureMillis, EventClock.NOT_STARTED);
  }

  /** Epoch milliseconds; {@code Long.MIN_VALUE} before anything of the file has a time. */
  public long arrivalMillis(RawEvent raw) {
    long time = times.timeOf(raw);
    if (RecordTimes.fault(raw, time) == null) {
      clock.follow(time);
    }
    boolean isTold = raw.indexTimeMillis() != RawEvent.NO_TIME;
    latestMillis = Math.max(latestMillis, isTold ? raw.indexTimeMillis() : clock.greatestMillis());
    return latestMillis;
  }
}
