package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.finding.Finding.Status;
import java.util.List;
import java.util.Objects;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;

/** Rule S-1408. */
@SuppressWarnings("try") // the harness declares that close() throws anything
class RunSearchesAmendTest {

  private static final String SSH = "/lib/systemd/system/ssh.service";
  private static final long HOUR = 3_600_000;

  private final JobContent content = TestDetection.content(TestDetection.of("files"));

  private record Said(String id, Status status, int revision, double count) {}

  private static List<Said> said(RunSearchesHarness harness) {
    return harness.findings().stream()
        .map(
            finding ->
                new Said(
                    finding.findingId(),
                    finding.status(),
                    finding.revision(),
                    Objects.requireNonNull(finding.row().get("count")).number()))
        .toList();
  }

  @Test
  void doesARunAgainForEventsThatComeWhileItMayBeAmended() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.amending(content, HOUR)) {
      harness.read(created("10:01:00.000", SSH));
      harness.watermark("10:10:00.000");
      harness.readLate(created("10:02:00.000", SSH), created("10:03:00.000", SSH));
      harness.watermark("10:10:01.000");
      harness.readLate(created("10:04:00.000", SSH));
      harness.watermark("11:10:00.000");
      String id = harness.findings().get(0).findingId();

      assertThat(said(harness))
          .containsExactly(
              new Said(id, Status.FINAL, 0, 1),
              new Said(id, Status.AMENDED, 1, 3),
              new Said(id, Status.AMENDED, 2, 4));
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void saysForTheFirstTimeWhatARunHadNotFound() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.amending(content, HOUR)) {
      harness.watermark("10:15:00.000");
      harness.readLate(created("10:02:00.000", SSH));
      harness.processWatermark(Watermark.MAX_WATERMARK);
      harness.endInput();

      assertThat(said(harness)).extracting(Said::status).containsExactly(Status.AMENDED);
      assertThat(said(harness)).extracting(Said::revision).containsExactly(0);
      assertThat(Given.ledger(harness).count("files", Counter.AMENDED)).isEqualTo(1);
      assertThat(Given.ledger(harness).count("files", Counter.LATE)).isEqualTo(1);
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void tellsOfEventsThatComeTooLateToAmend() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.amending(content, HOUR)) {
      harness.read(created("10:01:00.000", SSH));
      harness.watermark("11:10:00.000");
      harness.readLate(created("10:02:00.000", SSH));
      harness.watermark("11:20:00.000");

      assertThat(said(harness)).extracting(Said::status).containsExactly(Status.FINAL);
      assertThat(Given.outcomes(harness))
          .extracting(outcome -> ((Outcome.Late) outcome).isAmended())
          .containsExactly(false);
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void withdrawsWhatIsNoLongerSo() throws Exception {
    JobContent few =
        TestDetection.content(
            TestDetection.of("files")
                .searchedBy(
                    "| tstats count from datamodel=Endpoint.Filesystem by Filesystem.dest"
                        + " | where count < 2"));
    try (RunSearchesHarness harness = RunSearchesHarness.amending(few, HOUR)) {
      harness.read(created("10:01:00.000", SSH));
      harness.watermark("10:10:00.000");
      harness.readLate(created("10:02:00.000", SSH));
      harness.watermark("10:20:00.000");
      List<Finding> findings = harness.findings();

      assertThat(findings)
          .extracting(Finding::status)
          .containsExactly(Status.FINAL, Status.WITHDRAWN);
      assertThat(findings.get(1)).isEqualTo(findings.get(0).revised(Status.WITHDRAWN, 1));
    }
  }

  @Test
  void searchesAgainInEveryRunThatHasMissedTheEvent() throws Exception {
    JobContent overlapping =
        TestDetection.content(TestDetection.of("files").searching("-30m", "now"));
    try (RunSearchesHarness harness = RunSearchesHarness.amending(overlapping, HOUR)) {
      harness.watermark("10:20:00.000");
      harness.readLate(created("10:05:00.000", SSH));
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(harness.runs())
          .containsExactlyInAnyOrder(
              new RunSearchesHarness.Run("files", "10:10", 1),
              new RunSearchesHarness.Run("files", "10:20", 1),
              new RunSearchesHarness.Run("files", "10:30", 1));
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }
}
