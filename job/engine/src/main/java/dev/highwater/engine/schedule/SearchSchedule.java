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
    return new SearchSchedule(some, earliest, latest, text);
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
   * The windows whose runs search an event.
   *
   * @param eventMillis the event's {@code _time}
   * @return in dispatch order; empty where the schedule leaves a gap
   * @throws IllegalStateException when there is no end to them, as with a cron schedule and {@code
   *     earliest=0}; {@link #between} gives them one
   */
  public List<SearchWindow> windowsContaining(long eventMillis) {
    boolean isOutside =
        (earliest.isFixed() && earliest.of(0) > eventMillis)
            || (latest.isFixed() && latest.of(0) <= eventMillis);
    if (isOutside) {
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
   * The scheduled times of the runs that search any of the time from one event to another, in
   * order.
   *
   * @param firstMillis time of the first event
   * @param lastMillis time of the last event
   */
  public List<Long> runsOver(long firstMillis, long lastMillis) {
    long start = latest.isFixed() ? runs.first() : firstMillis - latest.greatestShiftMillis();
    long from = Math.max(start, Math.max(runs.first(), earliestOfInterest(firstMillis)) - 1);
    long end =
        earliest.isFixed()
            ? nextScheduledAfter(lastMillis)
            : lastMillis - earliest.leastShiftMillis();
    List<Long> times = new ArrayList<>();
    for (long run = runs.nextAfter(from - 1);
        run <= end && run != NEVER;
        run = runs.nextAfter(run)) {
      SearchWindow window = windowAt(run);
      if (window.earliestMillis() <= lastMillis && window.latestMillis() > firstMillis) {
        times.add(run);
      }
    }
    return times;
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
