package dev.highwater.engine.detect;

import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.StoredForm;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Searches whose result can only grow: they aggregate events by fields, and whether a row is there
 * hangs on nothing but the values of these. The first event of a group is enough to know that there
 * will be a finding, and under which id (S-1409).
 */
public final class GrowingSearch {

  private GrowingSearch() {}

  /** Whether a detection has such a search. */
  public static boolean isIn(RunningDetection detection) {
    SearchPlan plan = detection.plan();
    if (plan.scans().size() != 1 || plan.identity().isEmpty() || detection.isEndless()) {
      return false;
    }
    ScanPlan scan = plan.scans().get(0);
    LogicalPlan main = plan.main();
    if (!(scan.form() instanceof StoredForm.Groups groups)
        || detection.item().isBaseline()
        || detection.item().isAdHoc()
        || !main.writtenLookups().isEmpty()) {
      return false;
    }
    List<Stage> behind = main.stages().subList(scan.stagesDone(), main.stages().size());
    return keepsRows(behind, new HashSet<>(groups.grouping().by()));
  }

  private static boolean keepsRows(List<Stage> stages, Set<String> groupFields) {
    Set<String> known = groupFields;
    for (Stage stage : stages) {
      if (stage.type() != CommandType.DISTRIBUTABLE_STREAMING
          || stage.multipliesRows()
          || !stage.subsearches().isEmpty()
          || (stage.dropsRows() && !hasOnly(stage.expects(), known))) {
        return false;
      }
      Set<String> carried = new HashSet<>();
      known.stream().map(stage::carries).filter(Objects::nonNull).forEach(carried::add);
      known = carried;
    }
    return true;
  }

  private static boolean hasOnly(FieldSet fields, Set<String> known) {
    return !fields.isAll() && known.containsAll(fields.names());
  }
}
