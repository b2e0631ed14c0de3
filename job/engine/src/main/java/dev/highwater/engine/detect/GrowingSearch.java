package dev.highwater.engine.detect;

import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.Grouping;
import dev.highwater.engine.plan.Growth;
import dev.highwater.engine.plan.RowGrowth;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.StoredForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Searches whose result can only grow: they aggregate events by fields, and a row that is there
 * once stays there whatever events come, under the same id. So a finding is sure as soon as what is
 * known of its group gives a row (S-1409, S-1950).
 */
public final class GrowingSearch {

  private static final String TIME = "_time";

  private GrowingSearch() {}

  /** Whether a detection has such a search. */
  public static boolean isIn(RunningDetection detection) {
    SearchPlan plan = detection.plan();
    if (plan.scans().size() != 1
        || plan.identity().isEmpty()
        || detection.isEndless()
        || detection.item().isBaseline()
        || detection.item().isAdHoc()
        || !plan.main().writtenLookups().isEmpty()) {
      return false;
    }
    ScanPlan scan = plan.scans().get(0);
    if (!(scan.form() instanceof StoredForm.Groups groups) || groups.grouping().isPartial()) {
      return false;
    }
    RowGrowth row = rowOf(groups.grouping(), numbersBehind(scan.head()));
    List<Stage> all = plan.main().stages();
    boolean mayLookupsChange = !detection.scope().equals(detection.key());
    for (Stage stage : all.subList(scan.stagesDone(), all.size())) {
      RowGrowth next = stage.growth(row);
      if (next == null) {
        return false;
      }
      row = mayLookupsChange && !stage.readsLookups().isEmpty() ? row.behind(stage) : next;
    }
    return true;
  }

  private static RowGrowth rowOf(Grouping grouping, FieldSet numbers) {
    Map<String, Growth> fields = new HashMap<>();
    grouping.by().forEach(name -> fields.put(name, Growth.FIXED));
    for (AggregateCall call : grouping.calls()) {
      fields.put(call.outputName(), call.growth(numbers));
    }
    return new RowGrowth(fields, FieldSet.of(fields.keySet()));
  }

  /** What is known to be a number in all rows: their time, where nothing has changed it. */
  private static FieldSet numbersBehind(List<Stage> head) {
    boolean isTime = head.stream().allMatch(stage -> TIME.equals(stage.carries(TIME)));
    return isTime ? FieldSet.of(TIME) : FieldSet.NONE;
  }
}
