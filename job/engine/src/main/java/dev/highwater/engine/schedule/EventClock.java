package dev.highwater.engine.schedule;

/**
 * How far a stream of events has come: the greatest event time less a bound for disorder, in whole
 * seconds (S-1400). Only looks at events, never at the time of day. Not safe for use by several
 * threads.
 */
public final class EventClock {

  /** Nothing has been seen. */
  public static final long NOT_STARTED = Long.MIN_VALUE;

  /** Says that no event is too far ahead. */
  public static final long NO_BOUND = Long.MAX_VALUE;

  /** So many events in a row that are all far ahead are no fault of one clock (S-1402). */
  private static final int CONVINCING = 100;

  private final long disorderMillis;
  private final long futureMillis;
  private long greatestMillis;
  private int ahead;

  /**
   * @param disorderMillis how far behind the greatest time events are waited for
   * @param futureMillis how far ahead of the greatest time an event is believed; {@link #NO_BOUND}
   *     for any
   * @param greatestMillis the greatest time before, {@link #NOT_STARTED} for none
   */
  public EventClock(long disorderMillis, long futureMillis, long greatestMillis) {
    if (disorderMillis < 0 || futureMillis < 0) {
      throw new IllegalArgumentException(
          "Invalid clock: disorder "
              + disorderMillis
              + " ms, future bound "
              + futureMillis
              + " ms (must not be negative)");
    }
    this.disorderMillis = disorderMillis;
    this.futureMillis = futureMillis;
    this.greatestMillis = greatestMillis;
  }

  /**
   * How far an event is ahead of what is believed, milliseconds; 0 when it is believed, and then
   * the clock follows it.
   */
  public long follow(long eventMillis) {
    long lead = eventMillis - greatestMillis;
    boolean isAhead = greatestMillis != NOT_STARTED && lead > futureMillis;
    ahead = isAhead ? ahead + 1 : 0;
    if (isAhead && ahead < CONVINCING) {
      return lead;
    }
    ahead = 0;
    greatestMillis = Math.max(greatestMillis, eventMillis);
    return 0;
  }

  /** Nothing that is not later than a time is news: the clock is there already. */
  void advanceTo(long millis) {
    greatestMillis = Math.max(greatestMillis, millis);
  }

  /** The greatest time that is believed. */
  public long greatestMillis() {
    return greatestMillis;
  }

  /** What the stream has passed, {@link #NOT_STARTED} before its first event. */
  public long watermarkMillis() {
    return greatestMillis == NOT_STARTED
        ? NOT_STARTED
        : watermarkOf(greatestMillis, disorderMillis);
  }

  static long watermarkOf(long greatestMillis, long disorderMillis) {
    return Math.floorDiv(greatestMillis - disorderMillis, 1000L) * 1000;
  }
}
