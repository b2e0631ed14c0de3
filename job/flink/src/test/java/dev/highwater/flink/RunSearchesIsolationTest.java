package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.at;
import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.engine.schedule.SearchWindow;
import dev.highwater.flink.RunSearchesHarness.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness declares that close() throws anything
class RunSearchesIsolationTest {

  private static final String SSH = "/lib/systemd/system/ssh.service";
  private static final SearchWindow WINDOW =
      new SearchWindow(at("10:10:00.000"), at("10:00:00.000"), at("10:10:00.000"));

  private final JobContent content =
      TestDetection.content(TestDetection.of("broken"), TestDetection.of("files"));

  /** A group that no run of its detection can take: it lacks the partial aggregates. */
  private RoutedGroup broken() {
    RoutedGroup group = Routing.groups(content, created("10:01:00.000", SSH)).get(0);
    return new RoutedGroup(
        "broken",
        "broken",
        0,
        group.partitionKey(),
        group.timeMillis(),
        group.sliceMillis(),
        group.key(),
        List.of(),
        null);
  }

  private RoutedGroup whole() {
    return Routing.groups(content, created("10:01:00.000", SSH)).get(1);
  }

  @Test
  void reportsARunThatFailsAndGoesOn() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(content)) {
      harness.processElement(broken(), at("10:01:00.000"));
      harness.processElement(whole(), at("10:01:00.000"));
      harness.watermark("10:10:00.000");

      assertThat(harness.runs()).containsExactly(new Run("files", "10:10", 1));
      assertThat(Given.outcomes(harness))
          .containsExactly(
              new Outcome.Failed(
                  "broken",
                  WINDOW,
                  "java.lang.ArrayIndexOutOfBoundsException: Index 0 out of bounds for length 0"));
      assertThat(harness.hasNothingLeft()).isTrue();

      harness.endInput();

      assertThat(Given.ledger(harness).count("broken", Counter.FAILED)).isEqualTo(1);
      assertThat(Given.ledger(harness).count("files", Counter.FAILED)).isZero();
    }
  }

  /** Rule S-1142. */
  @Test
  void failsARunThatOutgrowsItsLimitAndDoesTheNext() throws Exception {
    JobContent rows =
        TestDetection.content(
            TestDetection.of("files")
                .searchedBy("index=* file_name=* | eventstats count | fields dest count"));
    try (RunSearchesHarness harness = RunSearchesHarness.limited(rows, 5)) {
      for (int i = 0; i < 4; i++) {
        harness.read(created("10:01:0" + i + ".000", SSH));
      }
      harness.read(created("10:11:00.000", SSH));
      harness.watermark("10:20:00.000");

      assertThat(harness.runs()).containsExactly(new Run("files", "10:20", 1));
      assertThat(Given.outcomes(harness))
          .containsExactly(
              new Outcome.Failed("files", WINDOW, "the run outgrew its limit of 5 rows"));
    }
  }

  /** Rule S-2113. */
  @Test
  void aDetectionThatFailsTooOftenIsNotTriedAgainAndKeepsNothing() throws Exception {
    try (RunSearchesHarness harness =
        RunSearchesHarness.limited(content, RunLimits.DEFAULT.withFaults(1))) {
      RoutedGroup broken = broken();
      harness.processElement(broken, at("10:01:00.000"));
      harness.processElement(whole(), at("10:01:00.000"));
      harness.watermark("10:10:00.000");
      harness.processElement(later(broken), at("10:11:00.000"));
      harness.watermark("10:20:00.000");

      String reason =
          "java.lang.ArrayIndexOutOfBoundsException: Index 0 out of bounds for length 0";
      assertThat(harness.runs()).containsExactly(new Run("files", "10:10", 1));
      assertThat(Given.outcomes(harness))
          .containsExactly(
              new Outcome.Failed("broken", WINDOW, reason),
              new Outcome.Quarantined("broken", 1, reason));
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  private static RoutedGroup later(RoutedGroup group) {
    return new RoutedGroup(
        group.detection(),
        group.scope(),
        group.scan(),
        group.partitionKey(),
        at("10:11:00.000"),
        at("10:10:00.000"),
        group.key(),
        List.of(),
        null);
  }

  @Test
  void doesNotTakeAFaultDownstreamForOneOfTheRun() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.intoAFaultyOutput(content)) {
      harness.processElement(whole(), at("10:01:00.000"));

      assertThatThrownBy(() -> harness.watermark("10:10:00.000"))
          .hasStackTraceContaining("the task was cancelled");
      assertThat(Given.outcomes(harness)).isEmpty();
    }
  }
}
