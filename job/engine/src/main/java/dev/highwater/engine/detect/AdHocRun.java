package dev.highwater.engine.detect;

import dev.highwater.engine.content.LookupItem;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.engine.run.SearchRun;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.schedule.SearchWindow;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The run of an ad-hoc search in this thread. The rows that it is given stand for the events: each
 * search in it that reads events reads them, and where its first command needs rows these are its
 * input (S-1120).
 */
public final class AdHocRun {

  private final SearchSchedule schedule;
  private final SearchWindow window;
  private final List<Row> given;
  private final LogicalPlan plan;
  private final SearchRun run;

  /**
   * What came out.
   *
   * @param rows in the search's order
   * @param notes what was said about limits, each once
   */
  public record Result(List<Row> rows, List<String> notes) {
    public Result {
      rows = List.copyOf(rows);
      notes = List.copyOf(notes);
    }
  }

  private AdHocRun(
      AdHocPreparation.Prepared prepared, LogicalPlan plan, List<Row> given, RunLimits limits) {
    this.schedule = prepared.search().schedule().schedule();
    this.window = schedule.windowAt(prepared.search().schedule().firstScheduledMillis());
    this.given = given;
    this.plan = plan;
    Map<String, LookupTable> tables = new HashMap<>();
    for (LookupItem lookup : prepared.lookups()) {
      tables.put(lookup.definition().name(), lookup.contents());
    }
    this.run =
        new SearchRun(
            window.scheduledMillis(),
            window.earliestMillis(),
            window.latestMillis(),
            ZoneId.of(prepared.search().schedule().zone()),
            (scan, context) -> new SearchRun.Stored(eventsOf(scan), 1),
            tables::get,
            limits);
  }

  /**
   * Runs a search.
   *
   * @param given rows in place of events, in the order in which they come; they stay as they are
   * @param limits what the run may hold
   * @throws IllegalArgumentException for a search that is refused
   */
  public static Result of(AdHocPreparation.Prepared prepared, List<Row> given, RunLimits limits) {
    LogicalPlan plan =
        prepared
            .plan()
            .orElseThrow(() -> new IllegalArgumentException("Cannot run a refused search"));
    AdHocRun run = new AdHocRun(prepared, plan, given, limits);
    List<Row> rows = run.rows();
    return new Result(rows, run.run.notes().stream().distinct().toList());
  }

  private List<Row> rows() {
    return plan.isGenerating()
        ? run.rowsOf(plan)
        : run.rowsOf(plan, within(window, RowPredicate.ALWAYS));
  }

  private List<Row> eventsOf(ScanStage scan) {
    SearchSchedule named = RunningDetection.scheduleOf(scan.scan(), schedule);
    return within(named.windowAt(window.scheduledMillis()), scan.filter().beforeRun());
  }

  /** Copies of the rows that pass the filter; a row without a time is in an open window only. */
  private List<Row> within(SearchWindow range, RowPredicate filter) {
    boolean isOpen = range.earliestMillis() == 0 && range.latestMillis() == SearchWindow.UNBOUNDED;
    List<Row> rows = new ArrayList<>();
    for (Row row : given) {
      if (filter.matches(row) && (isOpen || contains(range, row.get("_time")))) {
        rows.add(row.copy());
      }
    }
    return rows;
  }

  private static boolean contains(SearchWindow range, @Nullable FieldValue time) {
    double millis = time == null ? Double.NaN : time.number() * 1000;
    return millis >= range.earliestMillis() && millis < range.latestMillis();
  }
}
