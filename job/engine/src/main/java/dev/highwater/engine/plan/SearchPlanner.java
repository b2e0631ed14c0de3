package dev.highwater.engine.plan;

import dev.highwater.engine.spl.SplSource;

/** Plans searches whose text is known only at the run, as {@code map} puts them together. */
@FunctionalInterface
public interface SearchPlanner {

  /**
   * The plan of a search or a part of one, its macros already expanded.
   *
   * @throws dev.highwater.engine.spl.SplException for the first fault in it
   */
  LogicalPlan plan(SplSource text);
}
