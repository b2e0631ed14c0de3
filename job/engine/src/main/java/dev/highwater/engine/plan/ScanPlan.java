package dev.highwater.engine.plan;

import java.util.List;

/**
 * How one scan of a search is done.
 *
 * @param id its number in the search, from 0
 * @param stage where it stands
 * @param prefilter conditions on literals that follow from its filter; empty when nothing follows
 * @param form how its events are kept until the run
 */
public record ScanPlan(int id, ScanStage stage, List<LiteralClause> prefilter, StoredForm form) {

  public ScanPlan {
    prefilter = List.copyOf(prefilter);
  }

  public Scan scan() {
    return stage.scan();
  }
}
