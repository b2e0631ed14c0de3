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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code union [options] dataset ...}: the rows of datasets and of searches in brackets, and those
 * of the search before it. Rules S-361, S-1000.
 */
public final class Union implements SearchCommand {

  @Override
  public String name() {
    return "union";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SubsearchOptions options = SubsearchOptions.read(arguments);
    List<LogicalPlan> parts = new ArrayList<>();
    do {
      parts.add(
          arguments.peekSubsearch()
              ? context.subsearch(arguments.subsearch())
              : new LogicalPlan(DatasetSource.read(arguments, context)));
      while (arguments.tryPunctuation(',')) {}
    } while (!arguments.isAtEnd());
    if (!context.isFirst()) {
      return List.of(new BehindRows(options, parts));
    }
    boolean isByTime = parts.stream().allMatch(CombinedSource::isStreaming);
    return List.of(new CombinedSource("union", options, parts, isByTime));
  }

  private record BehindRows(SubsearchOptions options, List<LogicalPlan> parts) implements Stage {

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
    public List<LogicalPlan> subsearches() {
      return parts;
    }

    @Override
    public String describe() {
      return CombinedSource.describe("union", options, parts);
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new BeforeEnd(
          downstream,
          () ->
              parts.forEach(
                  part -> options.rowsOf(part, "union", run).forEach(downstream::accept)));
    }
  }
}
