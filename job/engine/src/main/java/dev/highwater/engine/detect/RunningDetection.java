package dev.highwater.engine.detect;

import dev.highwater.engine.compile.CompiledSearch;
import dev.highwater.engine.content.ContentLayer;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.Intake;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.run.SearchRun.LookupTables;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.time.RelativeTime;
import java.util.List;

/**
 * A detection ready to run. Immutable.
 *
 * @param key names its text in what is stored; its id, but for texts that came while the job ran
 * @param isCurrent whether no other text has taken its place
 * @param scope the name of the group of detections that share lookups with it, its own key when it
 *     stands alone
 * @param pass over which events it runs
 * @param schedule when it runs and what it searches
 * @param scanSchedules for each scan of its search the same runs over the range that the scan names
 * @param lookups the lookups that its search names
 * @param contentRevision the id of the content by which its text came
 */
public record RunningDetection(
    DetectionItem item,
    String key,
    boolean isCurrent,
    String scope,
    SearchPass pass,
    CompiledSearch search,
    SearchSchedule schedule,
    List<SearchSchedule> scanSchedules,
    LookupTables lookups,
    String contentRevision) {

  public RunningDetection {
    scanSchedules = List.copyOf(scanSchedules);
  }

  /** A detection on its own schedule, with the runs that its intake leaves it. */
  static RunningDetection of(
      ContentLayer.Entry entry,
      String scope,
      SearchPass pass,
      CompiledSearch search,
      LookupTables lookups) {
    Intake intake = entry.intake();
    SearchSchedule schedule =
        IntakeRuns.of(intake, search.plan()).of(entry.item().schedule().schedule());
    return new RunningDetection(
        entry.item(),
        entry.key(),
        intake.isCurrent(),
        scope,
        pass,
        search,
        schedule,
        search.plan().scans().stream().map(scan -> scheduleOf(scan.scan(), schedule)).toList(),
        lookups,
        intake.revision());
  }

  /** Whether its findings name the events that they come of. */
  public boolean keepsEvents() {
    return !item.isAdHoc() && !item.isBaseline();
  }

  /** The runs over the range that a scan names; what it does not name stays. */
  static SearchSchedule scheduleOf(Scan scan, SearchSchedule schedule) {
    if (scan.bounds().isOfTheRun()) {
      return schedule;
    }
    String earliest = scan.bounds().earliest();
    String latest = scan.bounds().latest();
    return schedule.over(
        earliest.isEmpty() ? null : RelativeTime.parse(earliest),
        latest.isEmpty() ? null : RelativeTime.parse(latest));
  }

  public String id() {
    return item.id();
  }

  public SearchPlan plan() {
    return search.plan();
  }

  /**
   * {@link ScanPlan#partitionKey}; in a group of several all rows have to meet, and so they have of
   * an ad-hoc search, where they stay in order.
   */
  public List<Integer> partitionKey(ScanPlan scan) {
    return scope.equals(key) && !item.isAdHoc() && !isEndless() ? scan.partitionKey() : List.of();
  }

  /**
   * The scheduled times of the runs that are done though no event asks for them.
   *
   * @param firstMillis time of the first event
   * @param lastMillis time of the last event
   */
  public List<Long> runsOver(long firstMillis, long lastMillis) {
    return item.isAdHoc()
        ? List.of(item.schedule().firstScheduledMillis())
        : schedule.runsOver(firstMillis, lastMillis);
  }

  /**
   * The first of {@link #runsOver} after a scheduled time, {@link SearchSchedule#NEVER} when there
   * is none.
   */
  public long runOver(long firstMillis, long lastMillis, long afterMillis) {
    if (item.isAdHoc()) {
      long run = item.schedule().firstScheduledMillis();
      return run > afterMillis ? run : SearchSchedule.NEVER;
    }
    return schedule.runOver(firstMillis, lastMillis, afterMillis);
  }

  /**
   * Whether a run has to be done even when no event came: for its rows, for the lookup that it
   * empties, or for the events of old that it searches anew.
   */
  public boolean runsWithoutInput() {
    return plan().givesRowsWithoutInput()
        || !plan().main().writtenLookups().isEmpty()
        || isEndless();
  }

  /** Whether all runs search what a run of it has searched: {@code earliest=0} on a schedule. */
  public boolean isEndless() {
    return scanSchedules.stream().anyMatch(SearchSchedule::isEndless);
  }

  /** Whether a run is told of, as having missed an event, with another group of the event. */
  boolean isTold(RoutedGroup group, long scheduledMillis) {
    for (int scan : group.told()) {
      if (scanSchedules.get(scan).windowAt(scheduledMillis).contains(group.timeMillis())) {
        return true;
      }
    }
    return false;
  }
}
