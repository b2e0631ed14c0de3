package dev.highwater.engine.plan;

import java.util.List;

/**
 * How one scan of a search is done.
 *
 * @param id its number in the search, from 0
 * @param stage where it stands
 * @param prefilter conditions on literals that follow from its filter; empty when nothing follows
 * @param form how its events are kept until the run
 * @param partitionKey which values of the keys of its form decide where they are kept, in an order
 *     that all scans of a search share; none when all of them have to meet
 */
public record ScanPlan(
    int id,
    ScanStage stage,
    List<LiteralClause> prefilter,
    StoredForm form,
    List<Integer> partitionKey) {

  public ScanPlan {
    prefilter = List.copyOf(prefilter);
    partitionKey = List.copyOf(partitionKey);
  }

  /** The same with its events spread by these values. */
  public ScanPlan spreadBy(List<Integer> values) {
    return new ScanPlan(id, stage, prefilter, form, values);
  }

  public Scan scan() {
    return stage.scan();
  }
}
