package dev.highwater.engine.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The windows and slices of one schedule for one event after the other: what was worked out for a
 * time is kept for the times near it, so that events cost little even when they come in no order.
 * Not safe for use by several threads.
 */
public final class WindowCursor {

  /** Times that share all but these bits look in the same place: 17 minutes. */
  private static final int SHARED_BITS = 20;

  private static final int PLACES = 128;

  private final SearchSchedule schedule;
  private final @Nullable Known[] kept = new Known[PLACES];

  private record Known(Slice slice, List<SearchWindow> windows) {}

  public WindowCursor(SearchSchedule schedule) {
    this.schedule = schedule;
  }

  public SearchSchedule schedule() {
    return schedule;
  }

  /** As {@link SearchSchedule#sliceOf}. */
  public Slice sliceOf(long eventMillis) {
    return known(eventMillis).slice();
  }

  /** As {@link SearchSchedule#windowsContaining}. */
  public List<SearchWindow> windowsContaining(long eventMillis) {
    return known(eventMillis).windows();
  }

  private Known known(long eventMillis) {
    int place = (int) (eventMillis >> SHARED_BITS) & (PLACES - 1);
    Known known = kept[place];
    if (known == null || !known.slice().contains(eventMillis)) {
      known = new Known(schedule.sliceOf(eventMillis), schedule.windowsContaining(eventMillis));
      kept[place] = known;
    }
    return known;
  }
}
