package dev.highwater.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.options.StateOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

/** Rules S-2082, S-2083, S-2084. */
class LiveStateTest {

  /** Checkpoints four times a second, transactions of five minutes. */
  private static final LiveOptions OPTIONS =
      TrialJob.options("localhost:9092", List.of("logs"), "found", null);

  private static final Map<String, String> ALWAYS =
      Map.of(
          "pipeline.max-parallelism", "128",
          "execution.checkpointing.interval", "250 ms",
          "execution.checkpointing.timeout", "150 s",
          "execution.checkpointing.tolerable-failed-checkpoints", "600",
          "restart-strategy.type", "exponential-delay",
          "restart-strategy.exponential-delay.initial-backoff", "1 s",
          "restart-strategy.exponential-delay.max-backoff", "30 s",
          "restart-strategy.exponential-delay.backoff-multiplier", "2.0",
          "restart-strategy.exponential-delay.reset-backoff-threshold", "10 min",
          "restart-strategy.exponential-delay.attempts-before-reset-backoff", "1000");

  private static Map<String, String> settings(StateOptions state) {
    Configuration settings = new Configuration();
    LiveState.configure(
        settings, state, OPTIONS.checkpointInterval(), OPTIONS.transactionTimeout());
    return settings.toMap();
  }

  private static Map<String, String> andAlways(Map<String, String> others) {
    Map<String, String> all = new TreeMap<>(ALWAYS);
    all.putAll(others);
    return all;
  }

  @Test
  void failuresThatFitInHalfATransactionArePassedOver() {
    assertThat(settings(StateOptions.DEFAULT)).isEqualTo(ALWAYS);
  }

  @Test
  void theHeapWinsOverWhatTheClusterHas() {
    assertThat(settings(new StateOptions(StateOptions.Backend.HEAP, null, null)))
        .isEqualTo(
            andAlways(
                Map.of(
                    "state.backend.type", "hashmap",
                    "execution.checkpointing.incremental", "false")));
  }

  @Test
  void rocksDbKeepsWhatHasChanged() {
    Path here = Path.of("c").toAbsolutePath();
    StateOptions state = new StateOptions(StateOptions.Backend.ROCKSDB, Path.of("c"), Path.of("s"));

    assertThat(settings(state))
        .isEqualTo(
            andAlways(
                Map.of(
                    "state.backend.type", "rocksdb",
                    "execution.checkpointing.incremental", "true",
                    "execution.checkpointing.storage", "filesystem",
                    "execution.checkpointing.dir", here.toUri().toString(),
                    "execution.checkpointing.externalized-checkpoint-retention",
                        "RETAIN_ON_CANCELLATION",
                    "execution.state-recovery.path", here.resolveSibling("s").toUri().toString())));
  }
}
