package dev.highwater.engine.schedule;

import dev.highwater.engine.time.RelativeTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a search runs and which events each run searches. Continuous: no run is skipped (S-412).
 *
 * <p>Immutable; {@link WindowCursor} remembers the last answers for callers that ask per event.
 */
public final class SearchSchedule {

  /** No further run. */
  public static final long NEVER = RunTimes.NEVER;

  private final RunTimes runs;
  private final WindowBound earliest;
  private final WindowBound latest;
  private final String text;

  /**
   * Runs at the times of {@code cron}, each over {@code [earliest, latest)}, all in {@code zone}.
   */
  public SearchSchedule(
      CronSchedule cron, RelativeTime earliest, RelativeTime latest, ZoneId zone) {
    this(
        new RunTimes.OfCron(cron, zone),
        new WindowBound(earliest, zone),
        new WindowBound(latest, zone),
        cron + " " + earliest + ".." + latest + " " + zone);
  }

  private SearchSchedule(RunTimes runs, WindowBound earliest, WindowBound latest, String text) {
    this.runs = runs;
    this.earliest = earliest;
    this.latest = latest;
    this.text = text;
  }

  /**
   * One run over {@code [earliest, latest)}.
   *
   * @param latest null for a range without an end
   */
  public static SearchSchedule once(
      long scheduledMillis, RelativeTime earliest, @Nullable RelativeTime latest, ZoneId zone) {
    return new SearchSchedule(
        new RunTimes.Once(scheduledMillis),
        new WindowBound(earliest, zone),
        new WindowBound(latest, zone),
        "once " + scheduledMillis + " " + earliest + ".." + latest + " " + zone);
  }

  /** The runs of this schedule from one scheduled time to another, both included. */
  public SearchSchedule between(long firstScheduledMillis, long lastScheduledMillis) {
    RunTimes some = new RunTimes.Between(runs, firstScheduledMillis, lastScheduledMillis);
    String bounds = " from " + firstScheduledMillis + " to " + lastScheduledMillis;
    return new SearchSchedule(some, earliest, latest, text + bounds);
  }

  /**
   * The same runs over another range.
   *
   * @param newEarliest null for this schedule's
   * @param newLatest null for this schedule's
   */
  public SearchSchedule over(@Nullable RelativeTime newEarliest, @Nullable RelativeTime newLatest) {
    return new SearchSchedule(
        runs,
        newEarliest == null ? earliest : new WindowBound(newEarliest, earliest.zone()),
        newLatest == null ? latest : new WindowBound(newLatest, latest.zone()),
        text + " over " + newEarliest + ".." + newLatest);
  }

  /**
   * What the run of that scheduled time searches. Empty, at its earliest time, where earliest would
   * come after latest (assumed).
   */
  public SearchWindow windowAt(long scheduledMillis) {
    long from = earliest.of(scheduledMillis);
    return new SearchWindow(scheduledMillis, from, Math.max(from, latest.of(scheduledMillis)));
  }

  /** The first scheduled time strictly after {@code millis}, {@link #NEVER} when there is none. */
  public long nextScheduledAfter(long millis) {
    return runs.nextAfter(millis);
  }

  /**
   * The last scheduled time not after {@code millis}, {@code Long.MIN_VALUE} when there is none.
   */
  public long lastScheduledAtOrBefore(long millis) {
    return runs.lastAtOrBefore(millis);
  }

  /**
   * The windows whose runs search an event.
   *
   * @param eventMillis the event's {@code _time}
   * @return in dispatch order; empty where the schedule leaves a gap
   * @throws IllegalStateException when there is no end to them, as with a cron schedule and {@code
   *     earliest=0}; {@link #between} gives them one
   */
  public List<SearchWindow> windowsContaining(long eventMillis) {
    if (isOutside(eventMillis)) {
      return List.of();
    }
    long first = latest.isFixed() ? runs.first() : eventMillis - latest.greatestShiftMillis() + 1;
    long last = earliest.isFixed() ? runs.last() : eventMillis - earliest.leastShiftMillis();
    if (first == RunTimes.NONE_BEFORE || last == NEVER) {
      throw new IllegalStateException(
          "Cannot list the windows of '" + this + "': there is no end to them (bound its runs)");
    }
    List<SearchWindow> windows = new ArrayList<>();
    for (long run = runs.nextAfter(first - 1); run <= last && run != NEVER; ) {
      SearchWindow window = windowAt(run);
      if (window.contains(eventMillis)) {
        windows.add(window);
      }
      run = runs.nextAfter(run);
    }
    return List.copyOf(windows);
  }

  /**
   * The first run after a scheduled time that searches an event, {@link #NEVER} when there is none.
   *
   * @param eventMillis the event's {@code _time}
   * @param afterMillis {@code Long.MIN_VALUE} for the first of all
   * @throws IllegalStateException when the runs that search it have no beginning
   */
  public long runOver(long eventMillis, long afterMillis) {
    if (isOutside(eventMillis)) {
      return NEVER;
    }
    long first = Math.max(firstRunFor(eventMillis) - 1, afterMillis);
    long last = lastRunFor(eventMillis);
    for (long run = runs.nextAfter(first); run <= last && run != NEVER; run = runs.nextAfter(run)) {
      if (windowAt(run).contains(eventMillis)) {
        return run;
      }
    }
    return NEVER;
  }

  /**
   * The last run that searches an event.
   *
   * @param eventMillis the event's {@code _time}
   * @return {@link #NEVER} when there is no last one, {@code Long.MIN_VALUE} when there is none
   */
  public long lastRunOver(long eventMillis) {
    if (isOutside(eventMillis)) {
      return RunTimes.NONE_BEFORE;
    }
    long last = lastRunFor(eventMillis);
    if (last == NEVER) {
      return NEVER;
    }
    long first = firstRunFor(eventMillis);
    long run = runs.lastAtOrBefore(last);
    while (run != RunTimes.NONE_BEFORE && run >= first) {
      if (windowAt(run).contains(eventMillis)) {
        return run;
      }
      run = runs.lastAtOrBefore(run - 1);
    }
    return RunTimes.NONE_BEFORE;
  }

  /** About how long an event is searched at the most: from one end of a window to the other. */
  long reachMillis() {
    return earliest.isFixed() || latest.isFixed()
        ? 0
        : Math.max(0, latest.greatestShiftMillis() - earliest.leastShiftMillis());
  }

  /** Whether no run is the last one that searches an event: {@code earliest=0} on a schedule. */
  public boolean isEndless() {
    return earliest.isFixed() && runs.last() == NEVER;
  }

  private boolean isOutside(long eventMillis) {
    return (earliest.isFixed() && earliest.of(0) > eventMillis)
        || (latest.isFixed() && latest.of(0) <= eventMillis);
  }

  private long firstRunFor(long eventMillis) {
    long first = latest.isFixed() ? runs.first() : eventMillis - latest.greatestShiftMillis() + 1;
    if (first == RunTimes.NONE_BEFORE) {
      throw new IllegalStateException(
          "Cannot tell the runs of '" + this + "': there is no first one (bound its runs)");
    }
    return first;
  }

  private long lastRunFor(long eventMillis) {
    return earliest.isFixed() ? runs.last() : eventMillis - earliest.leastShiftMillis();
  }

  /**
   * The scheduled times of the runs that search any of the time from one event to another, in
   * order.
   *
   * @param firstMillis time of the first event
   * @param lastMillis time of the last event
   */
  public List<Long> runsOver(long firstMillis, long lastMillis) {
    List<Long> times = new ArrayList<>();
    for (long run = runOver(firstMillis, lastMillis, RunTimes.NONE_BEFORE);
        run != NEVER;
        run = runOver(firstMillis, lastMillis, run)) {
      times.add(run);
    }
    return times;
  }

  /**
   * The first run after a scheduled time that searches any of the time from one event to another,
   * {@link #NEVER} when there is none.
   *
   * @param afterMillis {@code Long.MIN_VALUE} for the first of all
   */
  public long runOver(long firstMillis, long lastMillis, long afterMillis) {
    long start = latest.isFixed() ? runs.first() : firstMillis - latest.greatestShiftMillis();
    long from = Math.max(start, Math.max(runs.first(), earliestOfInterest(firstMillis)) - 1);
    long end = lastOver(lastMillis);
    for (long run = runs.nextAfter(Math.max(from - 1, afterMillis));
        run <= end && run != NEVER;
        run = runs.nextAfter(run)) {
      SearchWindow window = windowAt(run);
      if (window.earliestMillis() <= lastMillis && window.latestMillis() > firstMillis) {
        return run;
      }
    }
    return NEVER;
  }

  /** The runs end with the one that searches the last event. */
  private long lastOver(long lastMillis) {
    if (!earliest.isFixed()) {
      return lastMillis - earliest.leastShiftMillis();
    }
    return isEndless() && !latest.isFixed()
        ? runOver(lastMillis, RunTimes.NONE_BEFORE)
        : nextScheduledAfter(lastMillis);
  }

  /** Runs before the first event have nothing to search, however far they reach. */
  private long earliestOfInterest(long firstMillis) {
    return latest.isFixed() ? Math.min(firstMillis, runs.last()) : RunTimes.NONE_BEFORE + 1;
  }

  /**
   * The interval between neighbouring borders, any earliest or latest of a run, around an event.
   */
  public Slice sliceOf(long eventMillis) {
    return new Slice(
        Math.max(earliest.floor(eventMillis, runs), latest.floor(eventMillis, runs)),
        Math.min(earliest.ceiling(eventMillis, runs), latest.ceiling(eventMillis, runs)));
  }

  /** {@code 0 * * * * -70m@m..-10m@m UTC}. */
  @Override
  public String toString() {
    return text;
  }
}
