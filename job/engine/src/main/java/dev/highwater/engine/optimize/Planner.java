package dev.highwater.engine.optimize;

import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.GroupingStage;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.StoredForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns the steps of a search into a plan by asking for their traits. */
public final class Planner {

  /** What rows of events are put in order by: newest first, ties by text and origin. */
  private static final FieldSet ORDER =
      FieldSet.of("_time", "_raw", "host", "source", "sourcetype");

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
      scans.add(
          new ScanPlan(
              scans.size(),
              scan,
              LiteralClauses.of(scan.scan().filter()),
              form(scan, plan),
              List.of()));
    }
    for (Stage stage : plan.stages()) {
      stage.subsearches().forEach(this::addScans);
    }
  }

  private static StoredForm form(ScanStage scan, LogicalPlan plan) {
    List<Stage> stages = plan.stages();
    if (!scan.filter().isIndependent()) {
      return new StoredForm.Rows(FieldSet.ALL);
    }
    if (stages.size() > 1
        && stages.get(1) instanceof GroupingStage grouping
        && !grouping.isOrderSensitive()
        && grouping.grouping().calls().stream().noneMatch(Planner::isCalculated)) {
      return new StoredForm.Groups(grouping.grouping());
    }
    return new StoredForm.Rows(wanted(stages));
  }

  /** Whether its argument may be another at each run. */
  private static boolean isCalculated(AggregateCall call) {
    AggregateCall.Argument argument = call.argument();
    return argument != null && argument.isExpression();
  }

  /** The fields that the steps behind the first need of its rows. */
  private static FieldSet wanted(List<Stage> stages) {
    FieldSet wanted = FieldSet.ALL;
    for (int i = stages.size() - 1; i > 0; i--) {
      wanted = stages.get(i).reads(wanted);
    }
    return isOrdered(stages) ? wanted.and(ORDER) : wanted;
  }

  /** Whether the order of events reaches a step that it matters to. */
  private static boolean isOrdered(List<Stage> stages) {
    for (Stage stage : stages.subList(1, stages.size())) {
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
