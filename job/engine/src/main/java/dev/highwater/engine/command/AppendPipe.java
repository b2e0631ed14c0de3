package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code appendpipe [run_in_preview=t] [pipeline]}: what the pipeline makes of the rows, behind the
 * rows themselves. Rule S-361.
 */
public final class AppendPipe implements SearchCommand {

  @Override
  public String name() {
    return "appendpipe";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    Option preview = arguments.tryOption("run_in_preview");
    if (preview != null) {
      arguments.bool(preview.value());
    }
    LogicalPlan pipeline = context.continuation(arguments.subsearch());
    arguments.expectEnd();
    return List.of(new AppendPipeStage(pipeline));
  }

  private record AppendPipeStage(LogicalPlan pipeline) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DATASET_PROCESSING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      FieldSet needed = wanted;
      for (int i = pipeline.stages().size() - 1; i >= 0; i--) {
        needed = pipeline.stages().get(i).reads(needed);
      }
      return wanted.and(needed);
    }

    @Override
    public @Nullable String carries(String name) {
      return name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(pipeline.fieldsAfter(before));
    }

    @Override
    public List<LogicalPlan> subsearches() {
      return List.of(pipeline);
    }

    @Override
    public String describe() {
      return "appendpipe [ " + pipeline.describe() + " ]";
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      List<Row> made = new ArrayList<>();
      RowSink inner = pipeline.open(made::add, run);
      return new RowSink() {
        @Override
        public void accept(Row row) {
          inner.accept(row.copy());
          downstream.accept(row);
        }

        @Override
        public void finish() {
          inner.finish();
          made.forEach(downstream::accept);
          downstream.finish();
        }
      };
    }
  }
}
