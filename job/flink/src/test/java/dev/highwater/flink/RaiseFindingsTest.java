package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.at;
import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.RiskEvents;
import dev.highwater.engine.risk.RiskKnowledge;
import dev.highwater.flink.Given.Timed;
import dev.highwater.flink.type.OutcomeSerializer;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness declares that close() throws anything
class RaiseFindingsTest {

  private final JobContent content =
      TestDetection.content(TestDetection.of("files"), TestDetection.of("quiet").withoutRisk());

  private List<Finding> findings() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(content)) {
      harness.read(created("10:01:00.000", "/lib/systemd/system/ssh.service"));
      harness.watermark("10:10:00.000");
      return harness.extractOutputValues();
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
      harness.processElement(finding, at("10:10:00.000"));
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
      harness.processElement(finding, at("10:10:00.000"));
      harness.endInput();

      assertThat(Given.output(harness))
          .containsExactly(new Timed(at("10:10:00.000"), new Outcome.Found(finding)));
      assertThat(Given.outcomes(harness)).isEmpty();
    }
  }
}
