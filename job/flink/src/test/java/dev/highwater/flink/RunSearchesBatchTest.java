package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.flink.RunSearchesHarness.Run;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;

/** Batch mode: records sorted by key and time, timers at the end of a key. */
@SuppressWarnings("try") // the harness declares that close() throws anything
class RunSearchesBatchTest {

  private static final String SSH = "/lib/systemd/system/ssh.service";
  private static final String NGINX = "/lib/systemd/system/nginx.service";

  private final JobContent content = TestDetection.content(TestDetection.of("files"));

  @Test
  void runsWhatIsDueBeforeItAddsARecord() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.batch(content)) {
      harness.read(created("10:01:00.000", SSH), created("10:09:59.999", SSH));

      assertThat(harness.runs()).isEmpty();

      harness.read(created("10:10:00.001", SSH));

      assertThat(harness.runs()).containsExactly(new Run("files", "10:10", 2));
    }
  }

  @Test
  void runsTheRestAtTheEndOfTheKey() throws Exception {
    JobContent overlapping =
        TestDetection.content(TestDetection.of("files").searching("-30m", "now"));
    try (RunSearchesHarness harness = RunSearchesHarness.batch(overlapping)) {
      harness.read(created("10:01:00.000", SSH), created("10:02:00.000", SSH));
      harness.read(created("10:01:00.000", NGINX));

      assertThat(harness.runs())
          .containsExactly(
              new Run("files", "10:10", 2),
              new Run("files", "10:20", 2),
              new Run("files", "10:30", 2));

      harness.processWatermark(Watermark.MAX_WATERMARK);
      harness.endInput();

      assertThat(harness.runs())
          .hasSize(6)
          .endsWith(
              new Run("files", "10:10", 1),
              new Run("files", "10:20", 1),
              new Run("files", "10:30", 1));
    }
  }

  @Test
  void waitsForTheEndOfAWindowThatReachesPastItsScheduledTime() throws Exception {
    JobContent ahead = TestDetection.content(TestDetection.of("files").searching("-10m", "+5m"));
    try (RunSearchesHarness harness = RunSearchesHarness.batch(ahead)) {
      harness.read(
          created("10:09:00.000", SSH), created("10:14:59.999", SSH), created("10:15:00.001", SSH));

      assertThat(harness.runs()).containsExactly(new Run("files", "10:10", 2));
    }
  }
}
