package dev.highwater.app.feed;

import dev.highwater.engine.event.RawEvent;
import java.util.List;

/**
 * When events are sent, and what is said of their times (S-2046).
 *
 * @param firstMillis the least time of the events
 * @param lastMillis the greatest
 * @param speed of the sending, 0 for none
 * @param isShifted whether times are moved to the time of sending
 * @param startMillis the time of day when sending begins
 */
record FeedTimes(
    long firstMillis, long lastMillis, double speed, boolean isShifted, long startMillis) {

  static FeedTimes of(
      List<FeedOrder.Fed> events, double speed, boolean isShifted, long startMillis) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (FeedOrder.Fed each : events) {
      if (each.timeMillis() != RawEvent.NO_TIME) {
        first = Math.min(first, each.timeMillis());
        last = Math.max(last, each.timeMillis());
      }
    }
    boolean isTimeless = first > last;
    return new FeedTimes(
        isTimeless ? 0 : first, isTimeless ? 0 : last, speed, isShifted, startMillis);
  }

  /** The time of day when an event is to be sent; the start where nothing is waited for. */
  long sendMillis(FeedOrder.Fed event) {
    return speed == 0 ? startMillis : paced(event.dueMillis());
  }

  /**
   * What is said of its time: as it was, or so that the last one, or each one's sending, is now.
   */
  long saidMillis(FeedOrder.Fed event) {
    if (!isShifted || event.timeMillis() == RawEvent.NO_TIME) {
      return event.timeMillis();
    }
    return speed == 0 ? event.timeMillis() + startMillis - lastMillis : paced(event.timeMillis());
  }

  private long paced(long millis) {
    return startMillis + (long) ((millis - firstMillis) / speed);
  }
}
