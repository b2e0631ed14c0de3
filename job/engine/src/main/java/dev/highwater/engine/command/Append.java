package dev.highwater.engine.command;

import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code append [maxout=n] [subsearch]}: the rows of a subsearch behind the others. Rule S-361. */
public final class Append implements SearchCommand {

  @Override
  public String name() {
    return "append";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SubsearchOptions options = SubsearchOptions.read(arguments);
    LogicalPlan subsearch = context.subsearch(arguments.subsearch());
    arguments.expectEnd();
    return List.of(new AppendStage(options, subsearch));
  }

  private record AppendStage(SubsearchOptions options, LogicalPlan subsearch) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DATASET_PROCESSING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted;
    }

    @Override
    public @Nullable String carries(String name) {
      return name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(subsearch.fieldsAfter(FieldSet.ALL));
    }

    @Override
    public List<LogicalPlan> subsearches() {
      return List.of(subsearch);
    }

    @Override
    public String describe() {
      return "append " + options.describe() + "[ " + subsearch.describe() + " ]";
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new BeforeEnd(
          downstream, () -> options.rowsOf(subsearch, "append", run).forEach(downstream::accept));
    }
  }
}
