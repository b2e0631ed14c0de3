package dev.highwater.flink.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedClusterITCase {
  @ParameterizedTest
  @EnumSource(
      value = RuntimeExecutionMode.class,
      names = {"BATCH", "STREAMING"})
  void runsAJobInBothModesAtTheParallelismThatWasSet(RuntimeExecutionMode mode) throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(2, InputVolume.SMALL)) {
      JobExecutionResult result = cluster.run(countPerKey(mode, 2, 10_000), accumulators -> {});

      assertThat(result.<Long>getAccumulatorResult(CountPerKey.COUNTED)).isEqualTo(10_000);
      assertThat(result.<Integer>getAccumulatorResult(CountPerKey.SUBTASKS)).isEqualTo(2);
    }
  }

  @Test
  void runsOneJobAfterTheOther() throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(1, InputVolume.LARGE)) {
      for (RuntimeExecutionMode mode :
          List.of(RuntimeExecutionMode.BATCH, RuntimeExecutionMode.STREAMING)) {
        JobExecutionResult result = cluster.run(countPerKey(mode, 1, 100), accumulators -> {});

        assertThat(result.<Long>getAccumulatorResult(CountPerKey.COUNTED)).isEqualTo(100);
      }
    }
  }

  @Test
  void leavesNoThreadAfterAFailedJob() throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(1, InputVolume.SMALL)) {
      StreamExecutionEnvironment environment = environment(RuntimeExecutionMode.STREAMING, 1);
      environment.fromSequence(1, 10).map(new FailAt(5)).sinkTo(new DiscardingSink<>());

      assertThatThrownBy(() -> cluster.run(environment.getStreamGraph(), accumulators -> {}))
          .isInstanceOf(JobExecutionException.class)
          .hasStackTraceContaining("Cannot take the number 5");
    }
    assertThat(flinkThreads()).isEmpty();
  }

  @Test
  void reportsAccumulatorsWhileTheJobRunsAndCancels() throws Exception {
    Queue<Map<String, Object>> reports = new ConcurrentLinkedQueue<>();
    try (EmbeddedCluster cluster = EmbeddedCluster.start(1, InputVolume.SMALL)) {
      StreamGraph endless = countPerKey(RuntimeExecutionMode.STREAMING, 1, Long.MAX_VALUE - 1);

      assertThatThrownBy(
              () ->
                  cluster.run(
                      endless,
                      accumulators -> {
                        if (accumulators.containsKey(CountPerKey.COUNTED)) {
                          reports.add(accumulators);
                          cluster.cancel();
                        }
                      }))
          .isInstanceOf(JobCancellationException.class);
    }
    assertThat(reports).isNotEmpty();
  }

  @Test
  void refusesAClusterWithoutSlots() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmbeddedCluster.start(0, InputVolume.SMALL))
        .withMessage("Invalid slots: 0 (must be >= 1)");
  }

  private static StreamGraph countPerKey(RuntimeExecutionMode mode, int parallelism, long records) {
    StreamExecutionEnvironment environment = environment(mode, parallelism);
    environment
        .fromSequence(1, records)
        .keyBy(number -> number % 100)
        .process(new CountPerKey())
        .sinkTo(new DiscardingSink<>());
    return environment.getStreamGraph();
  }

  private static StreamExecutionEnvironment environment(
      RuntimeExecutionMode mode, int parallelism) {
    return StreamExecutionEnvironment.getExecutionEnvironment(
        EmbeddedConfiguration.job(mode, parallelism));
  }

  private static List<String> flinkThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon())
        .map(Thread::getName)
        .filter(name -> name.contains("flink") || name.contains("pekko"))
        .toList();
  }
}
