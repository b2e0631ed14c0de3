package dev.highwater.flink;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RunningDetection;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.RiskEvents;
import java.util.List;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Does with a finding what its detection's deployment says: gives it, and the risk that it raises.
 *
 * <p>Operator state: the ledger. Side output: outcomes.
 */
final class RaiseFindings extends CountingOperator<Outcome>
    implements OneInputStreamOperator<Finding, Outcome> {

  private static final long serialVersionUID = 1L;

  private final JobContent content;

  RaiseFindings(JobContent content) {
    this.content = content;
  }

  @Override
  public void processElement(StreamRecord<Finding> element) {
    Finding finding = element.getValue();
    long scheduled = element.getTimestamp();
    output.collect(new StreamRecord<>(new Outcome.Found(finding), scheduled));
    RunningDetection detection =
        content.detections(getRuntimeContext()).detection(finding.detectionId());
    if (detection.item().raisesRisk()) {
      List<RiskEvent> raised = RiskEvents.of(detection.item(), finding);
      ledger().add(detection.id(), Counter.RISK_EVENTS, raised.size());
      for (RiskEvent event : raised) {
        output.collect(new StreamRecord<>(new Outcome.Raised(event), scheduled));
      }
    }
  }
}
