package dev.highwater.connectors.hec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.connectors.FailOnce;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Risk events of a job that may fail: each of them gets to the collector. Rule S-1920. */
@Timeout(60)
class HecSinkITCase {

  private static final int EVENTS = 300;
  private static final int BATCH_BYTES = 20_000;
  private static final Pattern ID = Pattern.compile("\"risk_event_id\":\"(r[0-9]+)\"");

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  private final FakeCollector collector = new FakeCollector();

  HecSinkITCase() throws IOException {}

  @AfterEach
  void stop() {
    collector.close();
  }

  @Test
  void sendsBatchesAndEndsWhenAllAreSafe() throws Exception {
    run(RuntimeExecutionMode.BATCH, collector.settings().limitedTo(BATCH_BYTES, 8), EVENTS);

    assertThat(ids()).containsExactlyElementsOf(expected());
    assertThat(collector.taken())
        .hasSizeBetween(10, EVENTS / 2)
        .allMatch(body -> body.length() <= BATCH_BYTES);
    assertThat(collector.asked()).isPositive();
    assertThat(collector.channels()).hasSize(1);
  }

  @Test
  void losesNothingWhenTheJobGoesOnFromACheckpoint() throws Exception {
    run(RuntimeExecutionMode.STREAMING, collector.settings().limitedTo(BATCH_BYTES, 8), EVENTS / 2);

    assertThat(collector.channels()).as("attempts of the job").hasSize(2);
    assertThat(ids()).containsAll(expected());
  }

  @Test
  void losesNothingWhenTheCollectorDoesNotTakeABatch() throws Exception {
    collector.failing(503);
    run(
        RuntimeExecutionMode.STREAMING,
        collector.settings().withoutAcknowledgement().limitedTo(BATCH_BYTES, 1),
        Integer.MAX_VALUE);

    assertThat(collector.channels()).as("attempts of the job that got through").hasSize(1);
    assertThat(ids()).containsAll(expected());
  }

  /** The ids that the collector took, in the order in which they came. */
  private List<String> ids() {
    return collector.taken().stream()
        .flatMap(body -> ID.matcher(body).results().map(found -> found.group(1)))
        .toList();
  }

  private static List<String> expected() {
    return LongStream.rangeClosed(1, EVENTS).mapToObj(number -> "r" + number).toList();
  }

  private static void run(RuntimeExecutionMode mode, HecSettings settings, int failAfter)
      throws Exception {
    Configuration config = new Configuration();
    config.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(config);
    env.setRuntimeMode(mode).setParallelism(1);
    if (mode == RuntimeExecutionMode.STREAMING) {
      env.enableCheckpointing(50);
    }
    env.fromSequence(1, EVENTS)
        .map(new FailOnce<Long>(mode == RuntimeExecutionMode.BATCH ? EVENTS : failAfter))
        .returns(Types.LONG)
        .sinkTo(new NumberedRisk(new HecSink(settings)));
    env.execute();
  }
}
