package dev.highwater.engine.detect;

import dev.highwater.engine.cim.Dataset;
import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.SearchPlan;
import java.util.HashSet;
import java.util.Set;

/** The two times that events go through a job: as they come, and as the risk that they raised. */
public enum SearchPass {
  /** Over the events of the input. */
  EVENTS(Ledger.INPUT),
  /** Over the events of {@code index=risk}: those of the input and those that findings raised. */
  RISK(Ledger.RISK);

  /** The index of risk events. */
  public static final String RISK_INDEX = "risk";

  /** A name that no index has. */
  private static final String ANY_OTHER = "\0";

  private final String counted;

  SearchPass(String counted) {
    this.counted = counted;
  }

  /** What the events of the pass are counted under. */
  String counted() {
    return counted;
  }

  /**
   * The passes that the scans of a search belong to: {@link #RISK} for one that can only read
   * {@code index=risk} (S-1910). Empty for a search that reads no events.
   */
  static Set<SearchPass> ofScans(SearchPlan plan, Knowledge knowledge) {
    Set<SearchPass> passes = new HashSet<>();
    for (ScanPlan scan : plan.scans()) {
      boolean isOfRisk =
          canRead(scan, RISK_INDEX, knowledge) && !canRead(scan, ANY_OTHER, knowledge);
      passes.add(isOfRisk ? RISK : EVENTS);
    }
    return passes;
  }

  /** The pass of a search, all of whose scans are of one. */
  static SearchPass of(SearchPlan plan, Knowledge knowledge) {
    return ofScans(plan, knowledge).contains(RISK) ? RISK : EVENTS;
  }

  private static boolean canRead(ScanPlan scan, String index, Knowledge knowledge) {
    Fields known = name -> name.equals("index") ? FieldValue.of(index) : null;
    if (scan.scan() instanceof Scan.OfDataset reading) {
      Dataset dataset = knowledge.dataModels().dataset(reading.model(), reading.dataset());
      return dataset == null || dataset.mayHold(known);
    }
    return SearchExpressionCompiler.compile(scan.stage().filter().weakened(), known)
        != RowPredicate.NEVER;
  }
}
