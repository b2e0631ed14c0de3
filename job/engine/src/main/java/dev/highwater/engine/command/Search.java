package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowGrowth;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.RunFilter;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.ValueGrowth;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.SearchExpression;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code search expression}: at the start of a search the events that the expression is true for,
 * behind a pipe the rows. Rules S-001..S-024, S-043, S-417.
 */
public final class Search implements SearchCommand {

  @Override
  public String name() {
    return "search";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SearchExpression expression = arguments.searchExpression();
    arguments.expectEnd();
    IndexTimeFilter.Parts parts = IndexTimeFilter.of(expression);
    TimeModifiers times = TimeModifiers.of(parts.rest(), context);
    RunFilter filter = context.filter(times.rest());
    Stage search =
        context.isFirst()
            ? new ScanStage(new Scan.OfEvents(times.rest(), times.bounds()), filter)
            : new SearchStage(times, filter, context.growth(times.rest()));
    IndexTimeFilter indexTimes = parts.filter();
    if (indexTimes == null) {
      return List.of(search);
    }
    boolean isAlone =
        !context.isFirst()
            && times.bounds().isOfTheRun()
            && times.rest() instanceof SearchExpression.Everything;
    return isAlone ? List.of(indexTimes) : List.of(search, indexTimes);
  }

  private record SearchStage(TimeModifiers times, RunFilter filter, ValueGrowth growth)
      implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DISTRIBUTABLE_STREAMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      FieldSet time = times.bounds().isOfTheRun() ? FieldSet.NONE : FieldSet.of("_time");
      return wanted.and(filter.beforeRun().reads()).and(time);
    }

    @Override
    public @Nullable String carries(String name) {
      return name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before;
    }

    @Override
    public List<LogicalPlan> subsearches() {
      return filter.subsearches();
    }

    @Override
    public boolean dropsRows() {
      return true;
    }

    @Override
    public boolean needsRun() {
      return !filter.subsearches().isEmpty() || !times.bounds().isOfTheRun();
    }

    @Override
    public @Nullable RowGrowth growth(RowGrowth before) {
      return times.bounds().isOfTheRun() && growth.in(before).staysTrue() ? before : null;
    }

    @Override
    public String describe() {
      return "search " + filter.describe(times.bounds());
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      RowPredicate predicate = filter.at(run);
      Predicate<Row> isInside = times.at(run);
      return new EachRow(downstream, row -> predicate.matches(row) && isInside.test(row));
    }
  }
}
