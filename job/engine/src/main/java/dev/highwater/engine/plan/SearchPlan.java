package dev.highwater.engine.plan;

import java.util.List;

/**
 * How a search is spread over the machines: a stateless head on every event, aggregation, and a
 * tail for each run.
 *
 * @param scan what is read
 * @param head the filter on each event
 * @param prefilter conditions on literals that follow from the head; empty when nothing follows
 * @param grouping the aggregation behind the head, which may be done in parts
 * @param tail the stages behind the aggregation, run once for each run and partition
 * @param partition which rows of a run have to meet
 * @param identity for each by-field the name under which the result row holds its value; empty when
 *     it does not hold all of them, and the row itself is its identity
 */
public record SearchPlan(
    Scan.OfDataset scan,
    RowPredicate head,
    List<LiteralClause> prefilter,
    Grouping grouping,
    List<Stage> tail,
    Partition partition,
    List<String> identity) {

  /** What rows of one run are kept together by. */
  public enum Partition {
    /** The values of the by-fields: every later stage leaves them alone. */
    BY_FIELDS,
    /** The detection: all rows of a run meet. */
    DETECTION
  }

  /** The whole tail, ready to take the rows of one run and partition. */
  public RowSink open(RowSink downstream, RunContext run) {
    RowSink sink = downstream;
    for (int i = tail.size() - 1; i >= 0; i--) {
      sink = tail.get(i).open(sink, run);
    }
    return sink;
  }
}
