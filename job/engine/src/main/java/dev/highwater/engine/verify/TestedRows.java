package dev.highwater.engine.verify;

import dev.highwater.engine.content.Detection;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.RiskEvents;
import java.util.List;

/**
 * The rows of a test and the risk that they raise.
 *
 * @param rows in the order of the search
 */
record TestedRows(List<Row> rows, List<RiskEvent> riskEvents) {

  static TestedRows of(Detection detection, boolean raisesRisk, List<Finding> findings) {
    return new TestedRows(
        findings.stream().map(Finding::row).toList(),
        raisesRisk
            ? findings.stream().flatMap(each -> RiskEvents.of(detection, each).stream()).toList()
            : List.of());
  }

  /**
   * What the rows say.
   *
   * @param raisesRisk whether the detection's deployment has its findings raise risk
   * @param integration whether the risk events count, too (S-1802)
   */
  Verdict verdict(DetectionTest test, boolean raisesRisk, boolean integration) {
    if (test.testCase().findsNothing()) {
      return rows.isEmpty()
          ? Verdict.PASSED
          : Verdict.failed("%d rows where there must be none".formatted(rows.size()));
    }
    Verdict unit = UnitCheck.of(rows, test.detection().risk());
    boolean asksForRisk =
        integration && raisesRisk && !test.detection().type().equals("Hunting") && unit.isPassed();
    return asksForRisk ? RiskCheck.of(test.detection(), riskEvents) : unit;
  }
}
