package dev.highwater.engine.compile;

import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.RunFilter;
import dev.highwater.engine.plan.TimeBounds;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpressionPrinter;

/** A filter that is the same for every run. */
record FixedFilter(SearchExpression weakened, RowPredicate beforeRun) implements RunFilter {

  @Override
  public RowPredicate at(RunContext run) {
    return beforeRun;
  }

  @Override
  public String describe(TimeBounds bounds) {
    return SearchExpressionPrinter.print(bounds.and(weakened));
  }
}
