package dev.highwater.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.RuntimeMode;
import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.InputVolume;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A live stream with late events: a failure in the middle changes nothing. Rules S-1401, S-1408.
 */
class LiveRestartITCase {

  private static final long RANGE_BYTES = 256 << 10;
  private static final int FAIL_AFTER = 1800;

  @TempDir private static Path directory;

  @ParameterizedTest
  @CsvSource({"1,PT0S", "2,PT10H"})
  void tellsTheSameEventsLateAndRunsNothingTwice(int parallelism, Duration amend) throws Exception {
    ReplayCase replay = ReplayCase.of(RuntimeMode.STREAMING, parallelism, log());
    List<InputFile> files = replay.files(InputStream.nullInputStream());
    ReplayOptions options = ReplayCase.live(replay.options(directory), amend);
    ContentRevision revision = ReplayCase.content(options, files).revision();

    ReplayFiles steady;
    ReplayFiles restarted;
    try (EmbeddedCluster cluster = EmbeddedCluster.start(parallelism, InputVolume.SMALL)) {
      cluster.run(graph(options, files, revision, Integer.MAX_VALUE), accumulators -> {});
      steady = ReplayFiles.written(CommittedOutcomes.take(), directory);
      cluster.run(graph(options, files, revision, FAIL_AFTER), accumulators -> {});
      restarted = ReplayFiles.written(CommittedOutcomes.take(), directory);
    }

    assertThat(FailOnce.takeFailures()).isEqualTo(1);
    assertThat(steady.late()).isNotEmpty();
    assertThat(restarted.late()).isEqualTo(steady.late());
    assertThat(restarted).isEqualTo(steady);
  }

  /** The generated log; its first lines come last. */
  private static String log() throws IOException {
    List<String> lines =
        Files.readAllLines(
            Path.of(GeneratedLog.in(directory, false).plain()), StandardCharsets.ISO_8859_1);
    Collections.rotate(lines, -lines.size() / 10);
    return Files.write(directory.resolve("late.log"), lines, StandardCharsets.ISO_8859_1)
        .toString();
  }

  private static StreamGraph graph(
      ReplayOptions options, List<InputFile> files, ContentRevision revision, int failAfter)
      throws IOException {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(
            RestartITCase.restarting(options, directory));
    DataStream<RawEvent> records =
        ReplayJob.records(environment, files, RANGE_BYTES)
            .map(new FailOnce(failAfter))
            .returns(RawEventTypeInfo.INSTANCE)
            .uid("fail-once")
            .setParallelism(1);
    ReplayJob.outcomes(records, options, JobContent.of(revision, ZoneOffset.UTC), null)
        .sinkTo(new CommittedOutcomes())
        .uid("collect")
        .setParallelism(1);
    return environment.getStreamGraph();
  }
}
