package dev.highwater.engine.schedule;

import org.jspecify.annotations.Nullable;

/**
 * The runs and slices of one schedule for one event after the other: what was worked out for a
 * time is kept for the times near it, so that events cost little even when they come in no order.
 * Not safe for use by several threads.
 */
public final class WindowCursor {

  /** Times that share all but these bits look in the same place: about a minute. */
  private static final int SHARED_BITS = 16;

  private static final int PLACES = 512;

  private final SearchSchedule schedule;
  private @Nullable Known @Nullable [] kept;

  private record Known(Slice slice, long firstRun, long lastRun) {}

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

  /** The first run that searches an event, {@link SearchSchedule#NEVER} when there is none. */
  public long firstRun(long eventMillis) {
    return known(eventMillis).firstRun();
  }

  /** As {@link SearchSchedule#lastRunOver}. */
  public long lastRun(long eventMillis) {
    return known(eventMillis).lastRun();
  }

  /** Whether any run searches an event. */
  public boolean isSearched(long eventMillis) {
    return known(eventMillis).firstRun() != SearchSchedule.NEVER;
  }

  private Known known(long eventMillis) {
    int place = (int) (eventMillis >> SHARED_BITS) & (PLACES - 1);
    @Nullable Known[] all = kept == null ? new Known[PLACES] : kept;
    kept = all; // most cursors are never asked
    Known known = all[place];
    if (known == null || !known.slice().contains(eventMillis)) {
      known =
          new Known(
              schedule.sliceOf(eventMillis),
              schedule.runOver(eventMillis, Long.MIN_VALUE),
              schedule.lastRunOver(eventMillis));
      all[place] = known;
    }
    return known;
  }
}
