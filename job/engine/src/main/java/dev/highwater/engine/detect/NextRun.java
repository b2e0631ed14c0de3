package dev.highwater.engine.detect;

import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.schedule.WindowCursor;

/**
 * The first run behind one that is done which may come to something, worked out from one stored
 * slice after the other. Behind one that was quiet ({@link RunResult#isQuiet}) that is the first
 * that searches more of what is stored, or less: what one between would search was searched. At the
 * latest it is the last that searches anything, so that what is stored can be let go.
 */
public final class NextRun {

  private final DetectionRuns runs;
  private final long doneMillis;
  private final boolean isBehindQuiet;
  private final long soonestMillis;
  private long next = SearchSchedule.NEVER;
  private long last = Long.MIN_VALUE;

  NextRun(DetectionRuns runs, long doneMillis, boolean isBehindQuiet) {
    this.runs = runs;
    this.doneMillis = doneMillis;
    this.isBehindQuiet = isBehindQuiet;
    this.soonestMillis = runs.detection().schedule().nextScheduledAfter(doneMillis);
  }

  /** Takes a slice into account; one that was searched for the last time, too. */
  public void add(GroupSlice slice) {
    WindowCursor cursor = runs.cursor(slice.scan());
    last = Math.max(last, cursor.lastRun(slice.sliceMillis()));
    next =
        Math.min(
            next,
            isBehindQuiet && !slice.contribution().isOfOneEvent()
                ? change(cursor, slice.sliceMillis())
                : runs.nextRun(slice.scan(), slice.sliceMillis(), doneMillis));
  }

  /** From when on a slice is searched, or no longer is. */
  private long change(WindowCursor cursor, long eventMillis) {
    long first = cursor.firstRun(eventMillis);
    if (doneMillis < first) {
      return first;
    }
    if (cursor.lastRun(eventMillis) < doneMillis) {
      return SearchSchedule.NEVER;
    }
    long behind = cursor.firstRunBehind(eventMillis);
    return doneMillis < behind ? behind : soonestMillis;
  }

  /** Whether no slice can make it any sooner. */
  public boolean isSoonest() {
    return next <= soonestMillis && soonestMillis <= last;
  }

  /** Its scheduled time; {@link SearchSchedule#NEVER} where there is none. */
  public long scheduledMillis() {
    return last > doneMillis ? Math.min(next, last) : SearchSchedule.NEVER;
  }
}
