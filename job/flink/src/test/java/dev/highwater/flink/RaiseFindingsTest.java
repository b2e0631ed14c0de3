package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.at;
import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.finding.Finding.Status;
import dev.highwater.engine.risk.RiskEvents;
import dev.highwater.engine.risk.RiskKnowledge;
import dev.highwater.flink.Given.Timed;
import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.OutcomeSerializer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Rules S-914, S-1922. */
@SuppressWarnings("try") // the harness declares that close() throws anything
class RaiseFindingsTest {

  private final JobContent content =
      TestDetection.content(TestDetection.of("files"), TestDetection.of("quiet").withoutRisk());

  private List<Finding> findings() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(content)) {
      harness.read(created("10:01:00.000", "/lib/systemd/system/ssh.service"));
      harness.watermark("10:10:00.000");
      return harness.findings();
    }
  }

  private Finding of(String detection) throws Exception {
    return findings().stream()
        .filter(finding -> finding.detectionId().equals(detection))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void givesAFindingAndItsRiskAtTheRunsTime() throws Exception {
    Finding finding = of("files");
    try (var harness = new OneInputStreamOperatorTestHarness<>(new RaiseFindings(content))) {
      harness.setup(new OutcomeSerializer());
      harness.open();
      harness.processElement(Carried.of(finding), at("10:10:00.000"));
      harness.endInput();

      var risk =
          RiskEvents.of(
              content.detections().detection("files").item().actions(),
              RiskKnowledge.NONE,
              finding);
      assertThat(risk).hasSize(1);
      assertThat(risk.get(0).riskMessage()).isEqualTo("ssh.service on web-01");
      assertThat(Given.output(harness))
          .containsExactly(
              new Timed(at("10:10:00.000"), new Outcome.Found(finding)),
              new Timed(at("10:10:00.000"), new Outcome.Raised(risk.get(0))));
      assertThat(Given.ledger(harness).count("files", Counter.RISK_EVENTS)).isEqualTo(1);
    }
  }

  @Test
  void raisesNoRiskWhereTheDeploymentSaysNone() throws Exception {
    Finding finding = of("quiet");
    try (var harness = new OneInputStreamOperatorTestHarness<>(new RaiseFindings(content))) {
      harness.setup(new OutcomeSerializer());
      harness.open();
      harness.processElement(Carried.of(finding), at("10:10:00.000"));
      harness.endInput();

      assertThat(Given.output(harness))
          .containsExactly(new Timed(at("10:10:00.000"), new Outcome.Found(finding)));
      assertThat(Given.ledger(harness).count("quiet", Counter.FINDINGS)).isEqualTo(1);
      assertThat(Given.ledger(harness).find("quiet", Counter.RISK_EVENTS)).isEmpty();
    }
  }

  @Test
  void takesAwayTheRiskOfTheRevisionBeforeAndThenAddsItsOwn() throws Exception {
    Finding first = of("files");
    Row row =
        first
            .row()
            .copy()
            .set("dest", new MultiValue(List.of(FieldValue.of("web-00"), FieldValue.of("web-01"))));
    Finding changed =
        new Finding(
                first.findingId(),
                Status.AMENDED,
                1,
                first.detection(),
                first.detectionId(),
                first.detectionVersion(),
                first.type(),
                first.window(),
                row)
            .replacing(first.row());
    try (var harness = new OneInputStreamOperatorTestHarness<>(new RaiseFindings(content))) {
      harness.setup(new OutcomeSerializer());
      harness.open();
      harness.processElement(Carried.of(first), at("10:10:00.000"));
      harness.processElement(Carried.of(changed), at("10:10:00.000"));
      harness.processElement(Carried.of(changed.revised(Status.WITHDRAWN, 2)), at("10:10:00.000"));
      harness.endInput();

      assertThat(correlated(harness))
          .containsExactly("+web-01", "-web-01", "+web-00", "+web-01", "-web-00", "-web-01");
      assertThat(raised(harness))
          .containsExactly(
              "web-01 FINAL 0",
              "web-00 AMENDED 1",
              "web-01 AMENDED 1",
              "web-01 WITHDRAWN 1",
              "web-00 WITHDRAWN 2",
              "web-01 WITHDRAWN 2");
      assertThat(Given.ledger(harness).count("files", Counter.RISK_EVENTS)).isEqualTo(6);
    }
  }

  /** Objects of risk, {@code -} where their risk is taken away. */
  private static List<String> correlated(AbstractStreamOperatorTestHarness<?> harness) {
    return Given.values(
            harness.getSideOutput(RaiseFindings.RISK).stream().map(StreamRecord::getValue).toList())
        .stream()
        .map(
            risk ->
                (risk.contribution().isWithdrawn() ? "-" : "+")
                    + new String(risk.event().bytes(), StandardCharsets.UTF_8)
                        .replaceFirst("(?s).*normalized_risk_object=\"([^\"]*)\".*", "$1"))
        .toList();
  }

  private static List<String> raised(AbstractStreamOperatorTestHarness<?> harness) {
    return Given.output(harness).stream()
        .map(Timed::value)
        .filter(Outcome.Raised.class::isInstance)
        .map(outcome -> ((Outcome.Raised) outcome).event())
        .map(event -> event.riskObject() + " " + event.status() + " " + event.revision())
        .toList();
  }
}
