package dev.highwater.engine.plan;

import java.util.List;

/**
 * How a search is spread over the machines: stateless heads on every event, what they let through
 * kept by slices of time, the rest for each run.
 *
 * @param main the steps of the search
 * @param scans all scans, those of subsearches included
 * @param partition the by-fields of the first aggregation by whose values the rows of a run are
 *     dealt with apart; empty when all of them have to meet
 * @param identity for each by-field of the last aggregation the name under which the result row
 *     holds its value; empty when it does not hold all of them, and the row itself is its identity
 * @param givesRowsWithoutInput whether a run has to be done even when no event came
 */
public record SearchPlan(
    LogicalPlan main,
    List<ScanPlan> scans,
    List<String> partition,
    List<String> identity,
    boolean givesRowsWithoutInput) {

  public SearchPlan {
    scans = List.copyOf(scans);
    partition = List.copyOf(partition);
    identity = List.copyOf(identity);
  }

  /** The plan of a scan of this search. */
  public ScanPlan scan(ScanStage stage) {
    for (ScanPlan plan : scans) {
      if (plan.stage().equals(stage)) {
        return plan;
      }
    }
    throw new IllegalArgumentException(
        "Unknown scan: " + stage.describe() + " (not in this search)");
  }
}
