package dev.highwater.app.feed;

import dev.highwater.engine.event.RawEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/** In which order recorded events are sent (S-2046). Holds all of them. */
final class FeedOrder {

  /** So far behind, an event misses the runs that were to see it. */
  private static final long LATE_MILLIS = 3 * 3_600_000L;

  private FeedOrder() {}

  /**
   * An event to be sent.
   *
   * @param timeMillis its time, {@link RawEvent#NO_TIME} of one that has none
   * @param dueMillis when it would be sent, in the time of the events
   */
  record Fed(RawEvent event, long timeMillis, long dueMillis) {}

  /**
   * Events in the order of their times, some of them later than that. One without a time keeps its
   * place behind the one before it.
   *
   * @param times of events
   * @param disorderMillis how far behind its time each event may come
   * @param late the part of them that come three hours behind it
   * @param seed the same one gives the same order
   */
  static List<Fed> of(
      Iterator<RawEvent> events,
      ToLongFunction<RawEvent> times,
      long disorderMillis,
      double late,
      long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Fed> fed = new ArrayList<>();
    long before = 0;
    while (events.hasNext()) {
      RawEvent event = events.next().detached();
      long time = times.applyAsLong(event);
      long base = time == RawEvent.NO_TIME ? before : time;
      long delay = disorderMillis == 0 ? 0 : random.nextLong(disorderMillis + 1);
      boolean isLate = late > 0 && random.nextDouble() < late;
      fed.add(new Fed(event, time, base + delay + (isLate ? LATE_MILLIS : 0)));
      before = base;
    }
    fed.sort(Comparator.comparingLong(Fed::dueMillis));
    return fed;
  }
}
