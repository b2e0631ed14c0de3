package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.schedule.SearchWindow;
import dev.highwater.engine.schedule.WindowCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which runs of a detection are to be done for what is stored of it. A run is planned when the one
 * before it is done, so that an event costs the same however many runs search it. Not safe for use
 * by several threads.
 */
public final class DetectionRuns {

  /** Of a group that was not seen to be late where it was read. */
  private static final EventPosition UNKNOWN = new EventPosition("", -1);

  private final RunningDetection detection;
  private final ScheduledSearch search;
  private final List<WindowCursor> cursors;
  private final boolean isGrowing;

  public DetectionRuns(RunningDetection detection, RunLimits limits) {
    this.detection = detection;
    this.search = new ScheduledSearch(detection, limits);
    this.isGrowing = GrowingSearch.isIn(detection);
    this.cursors = detection.scanSchedules().stream().map(WindowCursor::new).toList();
  }

  public RunningDetection detection() {
    return detection;
  }

  public ScheduledSearch search() {
    return search;
  }

  /** Whether the first event of a group is enough to know of a finding. */
  public boolean isGrowing() {
    return isGrowing;
  }

  /** Whether a run is done at a time; none is due before its scheduled time. */
  public boolean isDone(long scheduledMillis, long clockMillis) {
    return scheduledMillis <= clockMillis && search.dueMillis(scheduledMillis) <= clockMillis;
  }

  /**
   * Whether there is a run at a time: of a text that another has taken the place of, it has ended.
   */
  public boolean isScheduled(long scheduledMillis) {
    return detection.isCurrent()
        || detection.schedule().lastScheduledAtOrBefore(scheduledMillis) == scheduledMillis;
  }

  /** A run before anybody knew of the event has missed nothing (S-1911); one that is done has. */
  public boolean isInTime(RoutedGroup group, long scheduledMillis, long clockMillis) {
    return !search.isTooEarlyFor(group, scheduledMillis) && !isDone(scheduledMillis, clockMillis);
  }

  /**
   * The first run by which a scan searches an event, {@link SearchSchedule#NEVER} when there is
   * none.
   */
  public long firstRun(int scan, long eventMillis) {
    return cursors.get(scan).firstRun(eventMillis);
  }

  /** The first such run after another, {@link SearchSchedule#NEVER} when there is none. */
  public long nextRun(int scan, long eventMillis, long afterMillis) {
    WindowCursor cursor = cursors.get(scan);
    return cursor.lastRun(eventMillis) <= afterMillis
        ? SearchSchedule.NEVER
        : cursor.schedule().runOver(eventMillis, afterMillis);
  }

  /** The run behind one that is done, to be worked out from what is stored. */
  public NextRun behind(long scheduledMillis, @Nullable RunResult result) {
    boolean isQuiet = result != null && result.isQuiet() && search.isAlone();
    return new NextRun(this, scheduledMillis, isQuiet);
  }

  /** Whether slices are let go of in the order of their time. */
  public boolean hasOneScan() {
    return cursors.size() == 1;
  }

  WindowCursor cursor(int scan) {
    return cursors.get(scan);
  }

  /** The last run by which a scan searches an event. */
  public long lastRun(int scan, long eventMillis) {
    return cursors.get(scan).lastRun(eventMillis);
  }

  /** When a run is not done again any more. */
  public long closeMillis(long scheduledMillis, long amendMillis) {
    long due = search.dueMillis(scheduledMillis);
    return due > Long.MAX_VALUE - amendMillis ? due : due + amendMillis;
  }

  /** As {@link RunningDetection#isTold}. */
  public boolean isTold(RoutedGroup group, long scheduledMillis) {
    return detection.isTold(group, scheduledMillis);
  }

  /**
   * An event that a run has missed.
   *
   * @param clockMillis how far the stream had come
   */
  public Outcome.Late missed(
      RoutedGroup group, long scheduledMillis, long clockMillis, boolean isAmended) {
    EventPosition position = group.position();
    return new Outcome.Late(
        position == null ? UNKNOWN : position,
        group.timeMillis(),
        detection.id(),
        detection.schedule().windowAt(scheduledMillis),
        clockMillis - search.dueMillis(scheduledMillis),
        isAmended);
  }

  /** Whether all runs behind a scan's first one search an event. */
  public boolean isEndless(int scan) {
    return cursors.get(scan).schedule().isEndless();
  }

  /** What a scan searches in a run. */
  public SearchWindow windowAt(int scan, long scheduledMillis) {
    return detection.scanSchedules().get(scan).windowAt(scheduledMillis);
  }
}
