package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.finding.FindingId;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.GroupTable;
import dev.highwater.engine.plan.Grouping;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.schedule.SearchWindow;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The runs of one detection over what its slices hold. Immutable. */
public final class ScheduledSearch {

  private final RunningDetection detection;
  private final ZoneId zone;

  public ScheduledSearch(RunningDetection detection) {
    this.detection = detection;
    this.zone = ZoneId.of(detection.item().schedule().zone());
  }

  /** When the run can be done at the earliest: nothing that it searches comes after this time. */
  public static long dueMillis(SearchWindow window) {
    return Math.max(window.scheduledMillis(), window.latestMillis());
  }

  /** The partial aggregates of two parts of a group as one. */
  public List<@Nullable FieldValue> merge(
      List<@Nullable FieldValue> left, List<@Nullable FieldValue> right) {
    List<Accumulator> accumulators = detection.plan().grouping().start();
    List<@Nullable FieldValue> merged = new ArrayList<>();
    for (int i = 0; i < accumulators.size(); i++) {
      accumulators.get(i).merge(left.get(i));
      accumulators.get(i).merge(right.get(i));
      merged.add(accumulators.get(i).partial());
    }
    return merged;
  }

  /**
   * The findings of a run for one partition, in the order of its rows.
   *
   * @param stored what the partition holds; slices outside of the window are left out
   */
  public List<Finding> run(
      SearchWindow window, Iterable<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> stored) {
    Grouping grouping = detection.plan().grouping();
    GroupTable groups = new GroupTable(grouping, context(window));
    for (Map.Entry<GroupSlice, List<@Nullable FieldValue>> entry : stored) {
      if (window.contains(entry.getKey().sliceMillis())) {
        List<Accumulator> accumulators = groups.group(entry.getKey().key());
        for (int i = 0; i < accumulators.size(); i++) {
          accumulators.get(i).merge(entry.getValue().get(i));
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    RowSink sink = detection.plan().open(rows::add, context(window));
    groups.forEach((key, accumulators) -> sink.accept(grouping.row(key, accumulators)));
    sink.finish();
    return findings(window, rows);
  }

  private RunContext context(SearchWindow window) {
    return new RunContext(
        window.scheduledMillis(), window.earliestMillis(), window.latestMillis(), zone);
  }

  private List<Finding> findings(SearchWindow window, List<Row> rows) {
    Map<String, Integer> seen = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Row row : rows) {
      String id = id(window, row, 0);
      int ordinal = seen.merge(id, 1, Integer::sum) - 1;
      findings.add(
          new Finding(
              ordinal == 0 ? id : id(window, row, ordinal),
              Finding.Status.FINAL,
              0,
              detection.item().name(),
              detection.id(),
              detection.item().version(),
              detection.item().type(),
              window,
              row));
    }
    return findings;
  }

  private String id(SearchWindow window, Row row, int ordinal) {
    return FindingId.of(
        detection.id(),
        detection.item().version(),
        window,
        detection.plan().identity(),
        row,
        ordinal);
  }
}
