package dev.highwater.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.RunResources;
import dev.highwater.engine.plan.Stage;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stages that say that they need nothing of a run do the same before there is one, and ask for
 * nothing.
 */
final class StagesBeforeRun {

  private static final RunContext BEFORE =
      RunContext.beforeRun(new NothingToReach(), ZoneOffset.UTC);

  private StagesBeforeRun() {}

  static void check(List<Stage> stages, List<Row> rows) {
    for (Stage stage : stages) {
      if (!stage.needsRun()) {
        assertThat(rowsOf(stage, rows, BEFORE))
            .as(stage.describe() + " before the run")
            .isEqualTo(rowsOf(stage, rows, PipelineRun.AT_NOON));
      }
    }
  }

  private static List<Row> rowsOf(Stage stage, List<Row> rows, RunContext run) {
    List<Row> result = new ArrayList<>();
    RowSink sink = stage.open(into(result), run);
    rows.forEach(row -> sink.accept(row.copy()));
    sink.finish();
    return result;
  }

  private static RowSink into(List<Row> result) {
    return new RowSink() {
      @Override
      public void accept(Row row) {
        result.add(row);
      }

      @Override
      public void finish() {}
    };
  }

  /** What a stage must not ask for. */
  private static final class NothingToReach implements RunResources {

    @Override
    public List<Row> rowsOf(LogicalPlan subsearch) {
      throw new AssertionError("ran a subsearch");
    }

    @Override
    public @Nullable LookupTable table(String name) {
      throw new AssertionError("read the lookup " + name);
    }

    @Override
    public void write(String name, LookupTable contents) {
      throw new AssertionError("wrote the lookup " + name);
    }

    @Override
    public void note(String message) {
      throw new AssertionError("noted: " + message);
    }

    @Override
    public void tally(String message) {}
  }
}
