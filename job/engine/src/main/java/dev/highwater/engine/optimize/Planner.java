package dev.highwater.engine.optimize;

import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.GroupingStage;
import dev.highwater.engine.plan.LiteralClause;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.StoredForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the steps of a search into a plan by asking for their traits. */
public final class Planner {

  private final List<ScanPlan> scans = new ArrayList<>();

  private Planner() {}

  /** The plan of a search whose first step makes rows. */
  public static SearchPlan plan(LogicalPlan main) {
    Planner planner = new Planner();
    planner.addScans(main);
    List<String> identity = identity(main);
    boolean givesRowsWithoutInput = main.stages().stream().anyMatch(Stage::givesRowsWithoutInput);
    Map<Integer, List<Integer>> keys =
        givesRowsWithoutInput
            ? Map.of()
            : PartitionKeys.of(main, planner.scans, !identity.isEmpty());
    List<ScanPlan> scans =
        planner.scans.stream()
            .map(scan -> scan.spreadBy(keys.getOrDefault(scan.id(), List.of())))
            .toList();
    return new SearchPlan(main, scans, partition(scans), identity, givesRowsWithoutInput);
  }

  private static List<String> partition(List<ScanPlan> scans) {
    return !scans.isEmpty() && scans.get(0).form() instanceof StoredForm.Groups groups
        ? scans.get(0).partitionKey().stream().map(groups.grouping().by()::get).toList()
        : List.of();
  }

  private void addScans(LogicalPlan plan) {
    if (!plan.stages().isEmpty() && plan.stages().get(0) instanceof ScanStage scan) {
      scans.add(scanPlan(scan, plan.stages()));
    }
    for (Stage stage : plan.stages()) {
      stage.subsearches().forEach(this::addScans);
    }
  }

  private ScanPlan scanPlan(ScanStage scan, List<Stage> stages) {
    List<LiteralClause> prefilter = LiteralClauses.of(scan.scan().filter());
    if (!scan.filter().isIndependent()) {
      return new ScanPlan(
          scans.size(),
          scan,
          prefilter,
          List.of(),
          new StoredForm.Rows(FieldSet.ALL, true),
          List.of());
    }
    int end = 1;
    while (end < stages.size() && !stages.get(end).needsRun()) {
      end++;
    }
    StoredForm groups = end < stages.size() ? groups(stages.get(end)) : null;
    int kept = groups == null ? endOfFilters(stages, end) : end;
    return new ScanPlan(
        scans.size(),
        scan,
        prefilter,
        stages.subList(1, kept),
        groups == null ? rows(stages.subList(kept, stages.size())) : groups,
        List.of());
  }

  private static boolean keepsOrder(Stage stage) {
    return !stage.multipliesRows()
        && stage.fieldsAfter(FieldSet.ALL).isAll()
        && StoredForm.Rows.ORDER.names().stream()
            .allMatch(name -> name.equals(stage.carries(name)));
  }

  private static @Nullable StoredForm groups(Stage stage) {
    return stage instanceof GroupingStage grouping
            && !grouping.isOrderSensitive()
            && grouping.grouping().calls().stream().noneMatch(Planner::needsRun)
        ? new StoredForm.Groups(grouping.grouping())
        : null;
  }

  /**
   * Rows go so far before they are kept that no filter is left; what only adds to them may wait. A
   * step that puts columns in order has to, and one behind which rows are not in their old order.
   */
  private static int endOfFilters(List<Stage> stages, int end) {
    int kept = 1;
    for (int i = 1; i < end && keepsOrder(stages.get(i)); i++) {
      if (stages.get(i).dropsRows()) {
        kept = i + 1;
      }
    }
    return kept;
  }

  /** Whether its argument may be another at each run. */
  private static boolean needsRun(AggregateCall call) {
    AggregateCall.Argument argument = call.argument();
    return argument != null && argument.needsRun();
  }

  /** Rows with the fields that the steps behind need of them. */
  private static StoredForm rows(List<Stage> stages) {
    FieldSet wanted = FieldSet.ALL;
    for (int i = stages.size() - 1; i >= 0; i--) {
      wanted = stages.get(i).reads(wanted);
    }
    return new StoredForm.Rows(wanted, isOrdered(stages));
  }

  /** Whether the order of events reaches a step that it matters to. */
  private static boolean isOrdered(List<Stage> stages) {
    for (Stage stage : stages) {
      if (stage.isOrderSensitive()) {
        return true;
      }
      if (stage.type() == CommandType.TRANSFORMING) {
        return false;
      }
    }
    return true;
  }

  /**
   * The names that the by-fields of the last aggregation have in the result; empty when one gets
   * lost.
   */
  private static List<String> identity(LogicalPlan main) {
    List<Stage> stages = main.stages();
    for (int i = stages.size() - 1; i >= 0; i--) {
      if (stages.get(i) instanceof GroupingStage grouping) {
        return carried(grouping.grouping().by(), stages.subList(i + 1, stages.size()));
      }
    }
    return List.of();
  }

  private static List<String> carried(List<String> fields, List<Stage> stages) {
    List<String> names = new ArrayList<>();
    for (String field : fields) {
      String name = field;
      for (Stage stage : stages) {
        name = name == null ? null : stage.carries(name);
      }
      if (name == null) {
        return List.of();
      }
      names.add(name);
    }
    return names;
  }
}
