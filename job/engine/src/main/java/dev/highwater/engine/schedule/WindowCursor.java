package dev.highwater.engine.schedule;

import org.jspecify.annotations.Nullable;

/**
 * The runs and slices of one schedule for one event after the other: what was worked out for a time
 * is kept for the times near it, so that events cost little even when they come in no order. Not
 * safe for use by several threads.
 */
public final class WindowCursor {

  /** Times that share all but these bits look in the same place: about a minute. */
  private static final int SHARED_BITS = 16;

  private static final int LEAST_PLACES = 512;
  private static final int MOST_PLACES = 1 << 15;

  private final SearchSchedule schedule;
  private @Nullable Known @Nullable [] kept;

  /** Of a run that has not been looked for. */
  private static final long UNKNOWN = Long.MIN_VALUE;

  /** What is known of a slice. */
  private static final class Known {

    private final Slice slice;
    private final long firstRun;
    private final long lastRun;
    private long firstRunBehind = UNKNOWN;

    private Known(Slice slice, long firstRun, long lastRun) {
      this.slice = slice;
      this.firstRun = firstRun;
      this.lastRun = lastRun;
    }
  }

  public WindowCursor(SearchSchedule schedule) {
    this.schedule = schedule;
  }

  public SearchSchedule schedule() {
    return schedule;
  }

  /** As {@link SearchSchedule#sliceOf}. */
  public Slice sliceOf(long eventMillis) {
    return known(eventMillis).slice;
  }

  /** The first run that searches an event, {@link SearchSchedule#NEVER} when there is none. */
  public long firstRun(long eventMillis) {
    return known(eventMillis).firstRun;
  }

  /** As {@link SearchSchedule#lastRunOver}. */
  public long lastRun(long eventMillis) {
    return known(eventMillis).lastRun;
  }

  /**
   * The first run behind {@link #firstRun} that does not search an event, {@link
   * SearchSchedule#NEVER} when there is none.
   */
  public long firstRunBehind(long eventMillis) {
    Known known = known(eventMillis);
    if (known.firstRunBehind == UNKNOWN) {
      known.firstRunBehind = runBehind(eventMillis, known);
    }
    return known.firstRunBehind;
  }

  private long runBehind(long eventMillis, Known known) {
    if (known.lastRun == SearchSchedule.NEVER || known.firstRun == SearchSchedule.NEVER) {
      return SearchSchedule.NEVER;
    }
    long run = known.firstRun;
    while (run <= known.lastRun && schedule.windowAt(run).contains(eventMillis)) {
      run = schedule.nextScheduledAfter(run);
    }
    return run;
  }

  /** Whether any run searches an event. */
  public boolean isSearched(long eventMillis) {
    return known(eventMillis).firstRun != SearchSchedule.NEVER;
  }

  private Known known(long eventMillis) {
    @Nullable Known[] all = kept == null ? new Known[places()] : kept;
    kept = all; // most cursors are never asked
    int place = (int) (eventMillis >> SHARED_BITS) & (all.length - 1);
    Known known = all[place];
    if (known == null || !known.slice.contains(eventMillis)) {
      known =
          new Known(
              schedule.sliceOf(eventMillis),
              schedule.runOver(eventMillis, Long.MIN_VALUE),
              schedule.lastRunOver(eventMillis));
      all[place] = known;
    }
    return known;
  }

  /** Room for what is stored at a time: the runs ask for all of that again and again. */
  private int places() {
    int places = LEAST_PLACES;
    while (places < MOST_PLACES && places < schedule.reachMillis() >> SHARED_BITS) {
      places *= 2;
    }
    return places;
  }
}
