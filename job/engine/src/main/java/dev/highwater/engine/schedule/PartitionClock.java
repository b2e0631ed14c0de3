package dev.highwater.engine.schedule;

/**
 * How far one partition of a stream has come: as its events say ({@link EventClock}), and while its
 * reader stands at its end, so much longer as it has stood there (S-1964). The time of day is
 * passed in. Not safe for use by several threads.
 */
public final class PartitionClock {

  private static final long READING = Long.MIN_VALUE;

  private final EventClock events;
  private final long disorderMillis;
  private final long patienceMillis;
  private long standingSinceMillis = READING;
  private long stoodMillis;

  /**
   * What is to be kept of a clock.
   *
   * @param greatestMillis the greatest time that is believed, {@link EventClock#NOT_STARTED} before
   *     the first event
   * @param standingSinceMillis when the reader came to the end, {@code Long.MIN_VALUE} of one that
   *     is not there
   * @param stoodMillis how long it has stood there
   */
  public record Reading(long greatestMillis, long standingSinceMillis, long stoodMillis) {

    /** Of a partition of which nothing has been read. */
    public static final Reading START = new Reading(EventClock.NOT_STARTED, READING, 0);

    /** Of a partition whose events before a time were read elsewhere. */
    public static Reading from(long millis) {
      return new Reading(millis, READING, 0);
    }
  }

  /**
   * @param disorderMillis how far behind the greatest time events are waited for
   * @param futureMillis how far ahead of the greatest time an event is believed; {@link
   *     EventClock#NO_BOUND} for any
   * @param patienceMillis how long a reader stands at the end before others no longer wait
   */
  public PartitionClock(
      long disorderMillis, long futureMillis, long patienceMillis, Reading reading) {
    if (patienceMillis < 0) {
      throw new IllegalArgumentException(
          "Invalid patience: " + patienceMillis + " ms (must not be negative)");
    }
    this.events = new EventClock(disorderMillis, futureMillis, reading.greatestMillis());
    this.disorderMillis = disorderMillis;
    this.patienceMillis = patienceMillis;
    this.standingSinceMillis = reading.standingSinceMillis();
    this.stoodMillis = reading.stoodMillis();
  }

  /** An event was read; as {@link EventClock#follow}. */
  public long follow(long eventMillis) {
    events.advanceTo(greatestMillis());
    standingSinceMillis = READING;
    stoodMillis = 0;
    return events.follow(eventMillis);
  }

  /** The reader has read all that there is at that time of day. */
  public void standAtEnd(long nowMillis) {
    if (standingSinceMillis == READING) {
      standingSinceMillis = nowMillis;
    }
    stoodMillis = Math.max(stoodMillis, nowMillis - standingSinceMillis);
  }

  /** Whether others go on without it: its reader has stood at its end for long. */
  public boolean isIdle() {
    return standingSinceMillis != READING
        && (greatestMillis() == EventClock.NOT_STARTED || stoodMillis >= patienceMillis);
  }

  /**
   * The greatest time that is believed, and what has passed since then; {@link
   * EventClock#NOT_STARTED} before the first event.
   */
  public long greatestMillis() {
    long greatest = events.greatestMillis();
    return greatest == EventClock.NOT_STARTED ? greatest : greatest + stoodMillis;
  }

  /** What the partition has passed, in whole seconds; {@link EventClock#NOT_STARTED} before. */
  public long watermarkMillis() {
    long greatest = greatestMillis();
    return greatest == EventClock.NOT_STARTED
        ? greatest
        : EventClock.watermarkOf(greatest, disorderMillis);
  }

  /** What another clock goes on with. */
  public Reading reading() {
    return new Reading(events.greatestMillis(), standingSinceMillis, stoodMillis);
  }
}
