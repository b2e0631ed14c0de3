package dev.highwater.engine.plan;

/**
 * Splunk's own taxonomy of commands; the optimizer knows no more of a command than this and its
 * traits.
 */
public enum CommandType {
  /** Makes rows: {@code tstats}, {@code inputlookup}. */
  GENERATING,
  /** Row by row, in any order, anywhere: {@code eval}, {@code rename}. */
  DISTRIBUTABLE_STREAMING,
  /** Row by row, but in the order of the whole result: {@code head}, {@code streamstats}. */
  CENTRALIZED_STREAMING,
  /** Turns all rows into a table of other rows: {@code stats}. */
  TRANSFORMING,
  /** Needs all rows before it gives the first: {@code sort}, {@code eventstats}. */
  DATASET_PROCESSING,
  /** Says how the search is run and leaves the rows alone. */
  ORCHESTRATING
}
