package dev.highwater.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.RuntimeMode;
import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.addon.AddOnReader;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.InputVolume;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A streaming job that fails in the middle and goes on from its last checkpoint. */
class RestartITCase {

  private static final long RANGE_BYTES = 256 << 10;

  @TempDir private static Path directory;

  /** With ordered reading, runs have closed before the failure; without, all wait in state. */
  @ParameterizedTest
  @CsvSource({"1,true", "2,true", "2,false"})
  void losesAndRepeatsNothing(int parallelism, boolean ordered) throws Exception {
    ReplayCase plain =
        ReplayCase.of(
            RuntimeMode.STREAMING, parallelism, GeneratedLog.in(directory, false).plain());
    ReplayCase replay = ordered ? plain.inOrder() : plain;
    List<InputFile> files = replay.files(InputStream.nullInputStream());
    ReplayOptions options = replay.options(directory);
    ContentRevision revision = ReplayCase.content(options, files).revision();

    try (EmbeddedCluster cluster = EmbeddedCluster.start(parallelism, InputVolume.SMALL)) {
      cluster.run(graph(options, files, revision), accumulators -> {});
    }

    assertThat(FailOnce.takeFailures()).isPositive();
    ReplayFiles found = ReplayFiles.written(CommittedOutcomes.take(), directory);
    ReplayFiles expected = ReplayFiles.expected(revision, files, directory);
    assertThat(found.ids()).isEqualTo(expected.ids());
    assertThat(found).isEqualTo(expected);
  }

  private static StreamGraph graph(
      ReplayOptions options, List<InputFile> files, ContentRevision revision) throws IOException {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(restarting(options, directory));
    InputTimes times =
        options.ordered()
            ? InputTimes.read(
                files, RANGE_BYTES, new AddOnLibrary(AddOnReader.builtIn(), ZoneOffset.UTC))
            : null;
    var records =
        ReplayJob.records(environment, options.parallelism(), files, times, RANGE_BYTES)
            .map(new FailOnce(1800 / options.parallelism()))
            .returns(RawEventTypeInfo.INSTANCE)
            .uid("fail-once")
            .setParallelism(options.parallelism());
    ReplayJob.outcomes(records, options, JobContent.of(revision, ZoneOffset.UTC), times)
        .sinkTo(new CommittedOutcomes())
        .uid("collect")
        .setParallelism(1);
    return environment.getStreamGraph();
  }

  /** Settings with checkpoints, and one restart. */
  static Configuration restarting(ReplayOptions options, Path directory) {
    Configuration settings = ReplayJob.settings(options);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
    settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        directory.resolve("checkpoints").toUri().toString());
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    return settings;
  }
}
