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
 * @param schedule when it runs and what it searches
 * @param scanSchedules for each scan of its search the same runs over the range that the scan names
 * @param lookups the lookups that its search names
 */
public record RunningDetection(
    DetectionItem item,
    CompiledSearch search,
    SearchSchedule schedule,
    List<SearchSchedule> scanSchedules,
    LookupTables lookups) {

  public RunningDetection {
    scanSchedules = List.copyOf(scanSchedules);
  }

  /** A detection on its own schedule. */
  static RunningDetection of(DetectionItem item, CompiledSearch search, LookupTables lookups) {
    SearchSchedule schedule = item.schedule().schedule();
    return new RunningDetection(
        item,
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
}
