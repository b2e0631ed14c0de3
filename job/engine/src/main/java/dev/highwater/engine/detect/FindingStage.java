package dev.highwater.engine.detect;

import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.FindingActions;
import dev.highwater.engine.risk.Notables;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.RiskEvents;
import java.util.function.Consumer;

/** Does with findings what their detections' deployments say. */
public final class FindingStage {

  private final DetectionSet detections;
  private final Ledger ledger;

  /**
   * @param ledger where it is counted what findings raise
   */
  public FindingStage(DetectionSet detections, Ledger ledger) {
    this.detections = detections;
    this.ledger = ledger;
  }

  /** Gives the finding, the risk that it raises, and its notable, in this order. */
  public void raise(Finding finding, Consumer<Outcome> outcomes) {
    outcomes.accept(new Outcome.Found(finding));
    FindingActions actions = detections.detection(finding.detectionId()).item().actions();
    for (RiskEvent event : RiskEvents.of(actions, detections.riskKnowledge(), finding)) {
      ledger.add(finding.detectionId(), Counter.RISK_EVENTS, 1);
      outcomes.accept(new Outcome.Raised(event));
    }
    Notables.of(actions, detections.riskKnowledge(), finding)
        .ifPresent(
            notable -> {
              ledger.add(finding.detectionId(), Counter.NOTABLES, 1);
              outcomes.accept(new Outcome.Notified(notable));
            });
  }
}
