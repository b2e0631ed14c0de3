package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Counter;
import dev.highwater.flink.RunSearchesHarness.Run;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness declares that close() throws anything
class RunSearchesRestoreTest {

  private static final String SSH = "/lib/systemd/system/ssh.service";

  private final JobContent content = TestDetection.content(TestDetection.of("files"));

  @Test
  void runsWhatWasStillToRun() throws Exception {
    OperatorSubtaskState state;
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(content)) {
      harness.read(created("10:01:00.000", SSH));
      state = harness.snapshot(1, 1);
    }
    try (RunSearchesHarness harness = RunSearchesHarness.restored(content, state)) {
      harness.read(created("10:02:00.000", SSH));
      harness.watermark("10:10:00.000");

      assertThat(harness.runs()).containsExactly(new Run("files", "10:10", 2));
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void doesNotRunAgainForAnEventThatWasLateBefore() throws Exception {
    OperatorSubtaskState state;
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(content)) {
      harness.read(created("10:01:00.000", SSH));
      harness.watermark("10:10:00.000");
      state = harness.snapshot(1, 1);
    }
    try (RunSearchesHarness harness = RunSearchesHarness.restored(content, state)) {
      harness.read(created("10:09:00.000", SSH), created("10:11:00.000", SSH));
      harness.watermark("10:20:00.000");
      harness.endInput();

      assertThat(harness.runs()).containsExactly(new Run("files", "10:20", 1));
      assertThat(Given.ledger(harness).count("files", Counter.LATE)).isEqualTo(1);
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void countsOnWhereItStopped() throws Exception {
    OperatorSubtaskState state;
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(content)) {
      harness.read(created("10:01:00.000", SSH));
      harness.watermark("10:10:00.000");
      state = harness.snapshot(1, 1);
    }
    try (RunSearchesHarness harness = RunSearchesHarness.restored(content, state)) {
      harness.read(created("10:11:00.000", SSH));
      harness.watermark("10:20:00.000");
      harness.endInput();

      assertThat(Given.ledger(harness).count("files", Counter.ROWS)).isEqualTo(2);
    }
  }
}
