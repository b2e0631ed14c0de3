package dev.highwater.engine.detect;

import dev.highwater.engine.compile.CompiledSearch;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.run.SearchRun.LookupTables;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.time.RelativeTime;
import java.util.List;

/**
 * A detection ready to run. Immutable.
 *
 * @param scope the name of the group of detections that share lookups with it, its own id when it
 *     stands alone
 * @param schedule when it runs and what it searches
 * @param scanSchedules for each scan of its search the same runs over the range that the scan names
 * @param lookups the lookups that its search names
 */
public record RunningDetection(
    DetectionItem item,
    String scope,
    CompiledSearch search,
    SearchSchedule schedule,
    List<SearchSchedule> scanSchedules,
    LookupTables lookups) {

  public RunningDetection {
    scanSchedules = List.copyOf(scanSchedules);
  }

  /** A detection on its own schedule. */
  static RunningDetection of(
      DetectionItem item, String scope, CompiledSearch search, LookupTables lookups) {
    SearchSchedule schedule = item.schedule().schedule();
    return new RunningDetection(
        item,
        scope,
        search,
        schedule,
        search.plan().scans().stream().map(scan -> scheduleOf(scan, schedule)).toList(),
        lookups);
  }

  private static SearchSchedule scheduleOf(ScanPlan scan, SearchSchedule schedule) {
    if (scan.scan().bounds().isOfTheRun()) {
      return schedule;
    }
    String earliest = scan.scan().bounds().earliest();
    String latest = scan.scan().bounds().latest();
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

  /** {@link ScanPlan#partitionKey}; in a group of several all rows have to meet. */
  public List<Integer> partitionKey(ScanPlan scan) {
    return scope.equals(id()) ? scan.partitionKey() : List.of();
  }

  /**
   * Whether a run has to be done even when no event came: for its rows, or for the lookup that it
   * empties.
   */
  public boolean runsWithoutInput() {
    return plan().givesRowsWithoutInput() || !plan().main().writtenLookups().isEmpty();
  }
}
