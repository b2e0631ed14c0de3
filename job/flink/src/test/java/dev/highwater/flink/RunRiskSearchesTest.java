package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.RiskRecord;
import dev.highwater.engine.detect.RiskRouter;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.finding.Finding.Status;
import dev.highwater.engine.risk.Annotations;
import dev.highwater.engine.risk.CalculatedScore;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.RiskObjectType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs over risk events, one of which may take the place of another. Rules S-1910, S-1911. */
@SuppressWarnings("try") // the harness declares that close() throws anything
class RunRiskSearchesTest {

  private static final JobContent CONTENT =
      TestDetection.content(
          TestDetection.of("risk")
              .searchedBy(
                  "| tstats sum(All_Risk.calculated_risk_score) as score count"
                      + " from datamodel=Risk.All_Risk by All_Risk.risk_object"));

  @Test
  void anAmendedRiskEventTakesThePlaceOfTheOneBefore() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(CONTENT)) {
      read(harness, event("r1", Status.FINAL, 0, 50, "10:00:00.000", "10:00:00.000"));
      read(harness, event("r2", Status.FINAL, 0, 20, "10:01:00.000", "10:01:00.000"));
      read(harness, event("r1", Status.WITHDRAWN, 1, 50, "10:00:00.000", "10:00:00.000"));
      read(harness, event("r1", Status.AMENDED, 1, 30, "10:00:00.000", "10:00:00.000"));
      harness.watermark("10:10:00.000");

      assertThat(harness.findings()).extracting(Finding::row).containsExactly(row(50, 2));
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void aWithdrawnRiskEventCountsNoMore() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(CONTENT)) {
      read(harness, event("r1", Status.FINAL, 0, 50, "10:00:00.000", "10:00:00.000"));
      read(harness, event("r2", Status.FINAL, 0, 20, "10:01:00.000", "10:01:00.000"));
      read(harness, event("r1", Status.WITHDRAWN, 1, 50, "10:00:00.000", "10:00:00.000"));
      harness.watermark("10:10:00.000");

      assertThat(harness.findings()).extracting(Finding::row).containsExactly(row(20, 1));
    }
  }

  @Test
  void aRunDoesNotSeeWhatCameToBeKnownAfterIt() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(CONTENT)) {
      read(harness, event("r1", Status.FINAL, 0, 50, "10:00:00.000", "10:10:00.000"));
      read(harness, event("r2", Status.FINAL, 0, 20, "10:01:00.000", "10:20:00.000"));
      harness.watermark("10:30:00.000");

      assertThat(harness.findings()).extracting(Finding::row).containsExactly(row(50, 1));
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  /** S-1963. */
  @Test
  void whatAnotherRunOverTheSameWindowRaisesAgainCountsOnce() throws Exception {
    JobContent overlapping =
        TestDetection.content(
            TestDetection.of("risk")
                .searching("-20m", "now")
                .searchedBy(
                    "| tstats sum(All_Risk.calculated_risk_score) as score count"
                        + " from datamodel=Risk.All_Risk by All_Risk.risk_object"));
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(overlapping)) {
      read(harness, event("r1", Status.FINAL, 0, 50, "10:05:00.000", "10:10:00.000"));
      read(harness, event("r1", Status.FINAL, 0, 50, "10:05:00.000", "10:20:00.000"));
      harness.watermark("10:30:00.000");

      assertThat(harness.findings())
          .extracting(Finding::row)
          .containsExactly(row(50, 1), row(50, 1));
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  private static void read(RunSearchesHarness harness, RiskEvent event) throws Exception {
    RiskRouter router = new RiskRouter(CONTENT.detections(), new Ledger());
    List<RoutedGroup> groups = new ArrayList<>();
    router.route(RiskRecord.of(event), groups::add);
    for (RoutedGroup group : groups) {
      harness.processElement(group, group.timestampMillis());
    }
  }

  private static Row row(int score, int count) {
    return new Row()
        .set("All_Risk.risk_object", FieldValue.of("web-01"))
        .set("score", FieldValue.of(score))
        .set("count", FieldValue.of(count));
  }

  private static RiskEvent event(
      String id, Status status, int revision, int score, String time, String known) {
    return new RiskEvent(
        id,
        "f-" + id,
        status,
        revision,
        at(time),
        "ESCU - A - Rule",
        "",
        "web-01",
        RiskObjectType.SYSTEM,
        "web-01",
        CalculatedScore.of(score),
        "m",
        List.of(),
        List.of(),
        Annotations.NONE,
        "",
        at("09:00:00.000"),
        at("09:50:00.000"),
        at(known),
        new Row());
  }
}
