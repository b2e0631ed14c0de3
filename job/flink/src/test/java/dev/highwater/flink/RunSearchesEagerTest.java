package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.finding.Finding.Status;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rules S-1409, S-1951. */
@SuppressWarnings("try") // the harness declares that close() throws anything
class RunSearchesEagerTest {

  private static final String SSH = "/lib/systemd/system/ssh.service";
  private static final String NGINX = "/lib/systemd/system/nginx.service";
  private static final String GROUPS =
      "| tstats count max(_time) as last from datamodel=Endpoint.Filesystem by Filesystem.dest"
          + " Filesystem.file_name | rename Filesystem.* as *";

  private static List<Finding> early(RunSearchesHarness harness) {
    return Given.outcomes(harness).stream()
        .filter(Outcome.Early.class::isInstance)
        .map(outcome -> ((Outcome.Early) outcome).finding())
        .toList();
  }

  @Test
  void givesAFindingWithItsFirstEventAndTheFinalOneUnderTheSameId() throws Exception {
    JobContent content = TestDetection.content(TestDetection.of("files"));
    try (RunSearchesHarness harness = RunSearchesHarness.eager(content)) {
      harness.read(
          created("10:01:00.000", SSH),
          created("10:02:00.000", SSH),
          created("10:03:00.000", NGINX));

      assertThat(early(harness)).extracting(Finding::status).containsOnly(Status.EARLY).hasSize(2);
      assertThat(harness.findings()).isEmpty();

      harness.watermark("10:10:00.000");

      assertThat(harness.findings())
          .extracting(Finding::findingId)
          .containsExactlyInAnyOrderElementsOf(
              early(harness).stream().map(Finding::findingId).toList());
      assertThat(harness.runs()).extracting(RunSearchesHarness.Run::count).contains(2.0, 1.0);
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void givesItAnewForTheNextRun() throws Exception {
    JobContent content = TestDetection.content(TestDetection.of("files"));
    try (RunSearchesHarness harness = RunSearchesHarness.eager(content)) {
      harness.read(created("10:01:00.000", SSH), created("10:11:00.000", SSH));

      assertThat(early(harness)).hasSize(2);
    }
  }

  @Test
  void givesAFindingWhenAThresholdIsPassed() throws Exception {
    JobContent content =
        TestDetection.content(TestDetection.of("files").searchedBy(GROUPS + " | where count > 2"));
    try (RunSearchesHarness harness = RunSearchesHarness.eager(content)) {
      harness.read(created("10:01:00.000", SSH), created("10:02:00.000", SSH));
      harness.read(created("10:03:00.000", NGINX));

      assertThat(early(harness)).isEmpty();

      harness.read(created("10:04:00.000", SSH), created("10:05:00.000", SSH));

      assertThat(counts(early(harness))).containsExactly("10:10 3");

      harness.watermark("10:10:00.000");

      assertThat(counts(harness.findings())).containsExactly("10:10 4");
      assertThat(ids(harness.findings())).isEqualTo(ids(early(harness)));
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void givesItOfEachLaterRunWhenTheRunBeforeItIsDone() throws Exception {
    JobContent content = TestDetection.content(TestDetection.of("files").searching("-30m", "now"));
    try (RunSearchesHarness harness = RunSearchesHarness.eager(content)) {
      harness.read(created("10:01:00.000", SSH));
      assertThat(counts(early(harness))).containsExactly("10:10 1");

      harness.watermark("10:10:00.000");
      assertThat(counts(early(harness))).containsExactly("10:10 1", "10:20 1");

      harness.read(created("10:12:00.000", SSH));
      harness.watermark("10:20:00.000");
      assertThat(counts(early(harness))).containsExactly("10:10 1", "10:20 1", "10:30 2");

      harness.watermark("10:30:00.000");
      harness.watermark("10:40:00.000");
      harness.watermark("10:50:00.000");
      assertThat(counts(early(harness)))
          .containsExactly("10:10 1", "10:20 1", "10:30 2", "10:40 1");
      assertThat(ids(harness.findings())).isEqualTo(ids(early(harness)));
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void passesAThresholdWithEventsOfSeveralSlices() throws Exception {
    JobContent content =
        TestDetection.content(
            TestDetection.of("files")
                .searching("-30m", "now")
                .searchedBy(GROUPS + " | where count>1"));
    try (RunSearchesHarness harness = RunSearchesHarness.eager(content)) {
      harness.read(created("10:01:00.000", SSH));
      harness.watermark("10:10:00.000");
      assertThat(early(harness)).isEmpty();

      harness.read(created("10:12:00.000", SSH));
      assertThat(counts(early(harness))).containsExactly("10:20 2");
    }
  }

  @Test
  void givesNothingEarlyThatIsDue() throws Exception {
    JobContent content = TestDetection.content(TestDetection.of("files").searching("-30m", "now"));
    try (RunSearchesHarness harness = RunSearchesHarness.eager(content)) {
      harness.read(created("10:01:00.000", SSH));
      harness.watermark("11:00:00.000");

      assertThat(counts(early(harness))).containsExactly("10:10 1");
      assertThat(counts(harness.findings())).containsExactly("10:10 1", "10:20 1", "10:30 1");
    }
  }

  @Test
  void knowsGroupsByTheBucketsOfTheRun() throws Exception {
    String search =
        "| tstats count from datamodel=Endpoint.Filesystem by Filesystem.dest _time | where count>1";
    JobContent content = TestDetection.content(TestDetection.of("files").searchedBy(search));
    try (RunSearchesHarness harness = RunSearchesHarness.eager(content)) {
      harness.read(created("10:01:00.000", SSH), created("10:01:01.000", NGINX));
      harness.read(created("10:01:02.000", NGINX));

      assertThat(counts(early(harness))).containsExactly("10:10 2");

      harness.watermark("10:10:00.000");
      assertThat(ids(harness.findings())).isEqualTo(ids(early(harness)));
    }
  }

  private static List<String> ids(List<Finding> findings) {
    return findings.stream().map(Finding::findingId).toList();
  }

  /** The run and the count of each, in short. */
  private static List<String> counts(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                Instant.ofEpochMilli(finding.window().scheduledMillis())
                        .toString()
                        .substring(11, 16)
                    + " "
                    + Objects.requireNonNull(finding.row().get("count")).text())
        .toList();
  }
}
