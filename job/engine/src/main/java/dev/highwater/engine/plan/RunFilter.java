package dev.highwater.engine.plan;

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

  /** The searches inside of the filter, those inside of them left out. */
  default List<LogicalPlan> subsearches() {
    return List.of();
  }

  /** Whether {@link #beforeRun} is the whole filter. */
  default boolean isIndependent() {
    return true;
  }
}
