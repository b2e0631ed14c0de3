package dev.highwater.engine.command;

import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.RunFilter;
import dev.highwater.engine.plan.TimeBounds;
import dev.highwater.engine.spl.SearchExpression;
import java.util.List;

/**
 * A filter that a sharper one takes the place of at the run: what passes it has to be kept as
 * events, whatever stands behind it.
 */
record PreviewFilter(RunFilter filter) implements RunFilter {

  @Override
  public RowPredicate at(RunContext run) {
    return filter.at(run);
  }

  @Override
  public RowPredicate beforeRun() {
    return filter.beforeRun();
  }

  @Override
  public SearchExpression weakened() {
    return filter.weakened();
  }

  @Override
  public String describe(TimeBounds bounds) {
    return filter.describe(bounds);
  }

  @Override
  public RowPredicate remainderAt(RunContext run) {
    return filter.remainderAt(run);
  }

  @Override
  public List<LogicalPlan> subsearches() {
    return filter.subsearches();
  }

  @Override
  public boolean isIndependent() {
    return false;
  }
}
