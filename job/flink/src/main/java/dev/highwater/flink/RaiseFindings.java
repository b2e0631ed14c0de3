package dev.highwater.flink;

import dev.highwater.engine.detect.FindingStage;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RiskRecord;
import dev.highwater.engine.finding.Finding;
import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.EngineType;
import java.util.Objects;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Does with a finding what its detection's deployment says: gives it, the risk that it raises, and
 * its notable.
 *
 * <p>Operator state: the ledger. Side outputs: outcomes, risk events.
 */
final class RaiseFindings extends CountingOperator<Outcome>
    implements OneInputStreamOperator<Carried<Finding>, Outcome> {

  private static final long serialVersionUID = 1L;

  /** Risk events, for the searches that correlate. */
  static final OutputTag<Carried<RiskRecord>> RISK =
      new OutputTag<>("risk", EngineType.RISK_RECORD);

  private transient @Nullable FindingStage stage;

  RaiseFindings(JobContent content) {
    super(content);
  }

  @Override
  public void open() throws Exception {
    super.open();
    stage = new FindingStage(detections(), ledger());
  }

  @Override
  public void processElement(StreamRecord<Carried<Finding>> element) {
    if (element.getValue() instanceof Carried.Value<Finding> value) {
      raise(value.value(), element.getTimestamp());
    } else if (element.getValue() instanceof Carried.Change<Finding> change
        && take(change.change())) {
      stage = new FindingStage(detections(), ledger());
      output.collect(RISK, new StreamRecord<>(new Carried.Change<>("", change.change())));
    }
  }

  private void raise(Finding finding, long scheduled) {
    Objects.requireNonNull(stage)
        .raise(
            finding,
            outcome -> output.collect(new StreamRecord<>(outcome, scheduled)),
            risk ->
                output.collect(
                    RISK, new StreamRecord<>(Carried.of(risk), risk.contribution().knownMillis())));
  }
}
