package dev.highwater.engine.schedule;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a stream of several partitions has come: as far as the one of them that is furthest
 * behind, those left out that are idle; where all are idle, as far as the furthest (S-1964). Never
 * goes back. Not safe for use by several threads.
 */
public final class PartitionClocks {

  private final long disorderMillis;
  private final long futureMillis;
  private final long patienceMillis;
  private final Map<String, PartitionClock> clocks = new LinkedHashMap<>();
  private long passedMillis = EventClock.NOT_STARTED;

  /** With the bounds of {@link PartitionClock}. */
  public PartitionClocks(long disorderMillis, long futureMillis, long patienceMillis) {
    this.disorderMillis = disorderMillis;
    this.futureMillis = futureMillis;
    this.patienceMillis = patienceMillis;
  }

  /** A partition is read from now on, which holds the others back until its first event. */
  public void begin(String partition, PartitionClock.Reading reading) {
    clocks.put(partition, clockOf(reading));
  }

  /** A partition is read no more. */
  public void end(String partition) {
    clocks.remove(partition);
  }

  /**
   * An event of a partition was read, which begins with it if need be; {@link EventClock#follow}.
   */
  public long follow(String partition, long eventMillis) {
    return clock(partition).follow(eventMillis);
  }

  /** The greatest time that is believed in a partition, {@link EventClock#NOT_STARTED} for none. */
  public long greatestMillis(String partition) {
    return clock(partition).greatestMillis();
  }

  /** The reader of a partition has read all that there is at that time of day. */
  public void standAtEnd(String partition, long nowMillis) {
    clock(partition).standAtEnd(nowMillis);
  }

  /** The readers of all partitions have read all that there is at that time of day. */
  public void standAtEnd(long nowMillis) {
    for (PartitionClock clock : clocks.values()) {
      clock.standAtEnd(nowMillis);
    }
  }

  private PartitionClock clock(String partition) {
    PartitionClock clock = clocks.get(partition); // asked for each event: nothing is made for it
    if (clock == null) {
      clock = clockOf(PartitionClock.Reading.START);
      clocks.put(partition, clock);
    }
    return clock;
  }

  private PartitionClock clockOf(PartitionClock.Reading reading) {
    return new PartitionClock(disorderMillis, futureMillis, patienceMillis, reading);
  }

  /** What the stream has passed, {@link EventClock#NOT_STARTED} before it has passed anything. */
  public long watermarkMillis() {
    long least = Long.MAX_VALUE;
    long greatest = EventClock.NOT_STARTED;
    for (PartitionClock clock : clocks.values()) {
      long passed = clock.watermarkMillis();
      greatest = Math.max(greatest, passed);
      if (!clock.isIdle()) {
        least = Math.min(least, passed);
      }
    }
    passedMillis = Math.max(passedMillis, least == Long.MAX_VALUE ? greatest : least);
    return passedMillis;
  }

  /** What is to be kept of each partition. */
  public Map<String, PartitionClock.Reading> readings() {
    Map<String, PartitionClock.Reading> readings = new LinkedHashMap<>();
    clocks.forEach((partition, clock) -> readings.put(partition, clock.reading()));
    return readings;
  }
}
