package dev.highwater.engine.verify;

import dev.highwater.engine.content.ExpectedRows;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.FindingActions;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.RiskEvents;
import dev.highwater.engine.risk.RiskKnowledge;
import java.util.List;

/**
 * The rows of a test and the risk that they raise.
 *
 * @param rows in the order of the search
 */
record TestedRows(List<Row> rows, List<RiskEvent> riskEvents) {

  /**
   * The rows of some findings.
   *
   * @param actions what is done with the detection's findings
   */
  static TestedRows of(FindingActions actions, RiskKnowledge knowledge, List<Finding> findings) {
    return new TestedRows(
        findings.stream().map(Finding::row).toList(),
        findings.stream()
            .flatMap(each -> RiskEvents.of(actions, knowledge, each).stream())
            .toList());
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
          : Verdict.failed("rows where there must be none: " + rows.size());
    }
    ExpectedRows expected = test.testCase().expected();
    String difference = expected == null ? "" : ExpectedRowsCheck.difference(rows, expected);
    return difference.isEmpty()
        ? contentVerdict(test, raisesRisk, integration)
        : Verdict.failed(difference);
  }

  /** What contentctl says of them. */
  private Verdict contentVerdict(DetectionTest test, boolean raisesRisk, boolean integration) {
    Verdict unit = UnitCheck.of(rows, test.detection().risk());
    boolean asksForRisk =
        integration && raisesRisk && !test.detection().type().equals("Hunting") && unit.isPassed();
    return asksForRisk ? RiskCheck.of(test.detection(), riskEvents) : unit;
  }
}
