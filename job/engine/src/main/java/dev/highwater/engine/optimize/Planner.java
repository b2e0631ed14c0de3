package dev.highwater.engine.optimize;

import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.GroupingStage;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.plan.SearchPlan.Partition;
import dev.highwater.engine.plan.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the stages of a search into a plan by asking for their traits. */
public final class Planner {

  private Planner() {}

  /** The plan, {@code null} when the stages are no scan with an aggregation by fields behind it. */
  public static @Nullable SearchPlan plan(List<Stage> stages) {
    if (stages.size() < 2
        || !(stages.get(0) instanceof ScanStage scan)
        || !(scan.scan() instanceof Scan.OfDataset dataset)
        || !(stages.get(1) instanceof GroupingStage grouping)
        || grouping.grouping().by().isEmpty()
        || !isSplittable(scan, grouping)) {
      return null;
    }
    List<Stage> tail = List.copyOf(stages.subList(2, stages.size()));
    if (!tail.stream().allMatch(Planner::isSelfContained)) {
      return null;
    }
    List<String> identity = carried(grouping.grouping().by(), tail);
    boolean isStreaming =
        tail.stream().allMatch(stage -> stage.type() == CommandType.DISTRIBUTABLE_STREAMING);
    Partition partition =
        isStreaming && !identity.isEmpty() ? Partition.BY_FIELDS : Partition.DETECTION;
    return new SearchPlan(
        dataset,
        scan.filter().beforeRun(),
        LiteralClauses.of(scan.scan().filter()),
        grouping.grouping(),
        tail,
        partition,
        identity);
  }

  /** Whether events can be aggregated where they are read: nothing about them waits for the run. */
  private static boolean isSplittable(ScanStage scan, GroupingStage grouping) {
    return scan.scan().bounds().isOfTheRun()
        && scan.filter().isIndependent()
        && grouping.grouping().calls().stream()
            .noneMatch(call -> call.aggregation().isOrderSensitive());
  }

  /** Whether the stage needs no rows but its own. */
  private static boolean isSelfContained(Stage stage) {
    return stage.subsearches().isEmpty()
        && stage.readsLookups().isEmpty()
        && stage.writesLookups().isEmpty();
  }

  /** The names that the fields have behind the stages; empty when one of them gets lost. */
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
