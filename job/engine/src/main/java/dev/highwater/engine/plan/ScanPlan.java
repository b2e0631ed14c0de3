package dev.highwater.engine.plan;

import java.util.List;

/**
 * How one scan of a search is done.
 *
 * @param id its number in the search, from 0
 * @param stage where it stands
 * @param prefilter conditions on literals that follow from its filter; empty when nothing follows
 * @param head the steps behind it that events go through where they are read
 * @param form how what comes out of them is kept until the run
 * @param partitionKey which values of the keys of its form decide where they are kept, in an order
 *     that all scans of a search share; none when all of them have to meet
 */
public record ScanPlan(
    int id,
    ScanStage stage,
    List<LiteralClause> prefilter,
    List<Stage> head,
    StoredForm form,
    List<Integer> partitionKey) {

  public ScanPlan {
    prefilter = List.copyOf(prefilter);
    head = List.copyOf(head);
    partitionKey = List.copyOf(partitionKey);
  }

  /** The same with its events spread by these values. */
  public ScanPlan spreadBy(List<Integer> values) {
    return new ScanPlan(id, stage, prefilter, head, form, values);
  }

  public Scan scan() {
    return stage.scan();
  }

  /** How many of the first steps of the search are done with what is kept. */
  public int stagesDone() {
    return 1 + head.size() + (form instanceof StoredForm.Groups ? 1 : 0);
  }

  /** The fields of an event that its head and its form need; its filter left out. */
  public FieldSet reads() {
    FieldSet wanted = form.reads();
    for (int i = head.size() - 1; i >= 0; i--) {
      wanted = head.get(i).reads(wanted);
    }
    return wanted;
  }
}
