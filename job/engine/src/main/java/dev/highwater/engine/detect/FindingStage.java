package dev.highwater.engine.detect;

import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.FindingActions;
import dev.highwater.engine.risk.Notables;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.RiskEvents;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Does with findings what their detections' deployments say. */
public final class FindingStage {

  private final DetectionSet detections;
  private final Ledger ledger;

  /**
   * @param ledger where findings are counted, and what they raise
   */
  public FindingStage(DetectionSet detections, Ledger ledger) {
    this.detections = detections;
    this.ledger = ledger;
  }

  /**
   * Gives the finding, the risk that it raises and that which it no longer does, and its notable,
   * in this order.
   *
   * @param correlated takes the risk events for the searches that correlate: those that have raised
   *     risk before are taken away before others are added, as the others may be of another time
   *     and other fields (S-1922)
   */
  public void raise(Finding finding, Consumer<Outcome> outcomes, Consumer<RiskRecord> correlated) {
    ledger.add(finding.detectionId(), Counter.FINDINGS, 1);
    outcomes.accept(new Outcome.Found(finding));
    FindingActions actions = detections.detectionOf(finding).item().actions();
    Finding withdrawn = finding.withdrawn();
    List<RiskEvent> ended = withdrawn == null ? List.of() : risk(actions, withdrawn);
    ended.forEach(event -> correlated.accept(RiskRecord.of(event)));
    Set<String> ids = new HashSet<>();
    for (RiskEvent event : risk(actions, finding)) {
      ids.add(event.riskEventId());
      give(finding, event, outcomes);
      if (event.status() != Finding.Status.WITHDRAWN) {
        correlated.accept(RiskRecord.of(event));
      }
    }
    ended.stream()
        .filter(event -> !ids.contains(event.riskEventId()))
        .forEach(event -> give(finding, event, outcomes));
    giveNotable(actions, finding, outcomes);
  }

  private List<RiskEvent> risk(FindingActions actions, Finding finding) {
    return RiskEvents.of(actions, detections.riskKnowledge(), finding);
  }

  private void give(Finding finding, RiskEvent event, Consumer<Outcome> outcomes) {
    ledger.add(finding.detectionId(), Counter.RISK_EVENTS, 1);
    outcomes.accept(new Outcome.Raised(event));
  }

  private void giveNotable(FindingActions actions, Finding finding, Consumer<Outcome> outcomes) {
    Notables.of(actions, detections.riskKnowledge(), finding)
        .ifPresent(
            notable -> {
              ledger.add(finding.detectionId(), Counter.NOTABLES, 1);
              outcomes.accept(new Outcome.Notified(notable));
            });
  }
}
