package dev.highwater.engine.plan;

import dev.highwater.engine.spl.SearchExpression;
import java.util.List;

/**
 * A filter that may have to know the run: a subsearch in it is run first and stands for its rows
 * (S-050, S-054).
 */
public interface RunFilter {

  /** The filter of a run. */
  RowPredicate at(RunContext run);

  /** What can be said of a row without the run: what depends on the run counts as true. */
  RowPredicate beforeRun();

  /** The expression of {@link #beforeRun}. */
  SearchExpression weakened();

  /**
   * The filter in SPL, subsearches as they are planned.
   *
   * @param bounds the time range that is named beside it, written before it
   */
  String describe(TimeBounds bounds);

  /** What is left to be tested at a run of rows that {@link #beforeRun} let pass. */
  default RowPredicate remainderAt(RunContext run) {
    return RowPredicate.ALWAYS;
  }

  /** The subsearches in it. */
  default List<LogicalPlan> subsearches() {
    return List.of();
  }

  /** Whether {@link #beforeRun} is the whole filter. */
  default boolean isIndependent() {
    return true;
  }
}
