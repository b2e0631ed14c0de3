package dev.highwater.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.RuntimeMode;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.addon.AddOnReader;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.InputVolume;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading in order closes runs on the way, and none of them too early. */
class OrderedReplayITCase {

  private static final long RANGE_BYTES = 64 << 10;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void givesFindingsBeforeTheEndAndNoneAfterItsTime(int parallelism) throws Exception {
    ReplayCase replay =
        ReplayCase.of(RuntimeMode.STREAMING, parallelism, GeneratedLog.in(directory, false).plain())
            .inOrder();
    List<InputFile> files = replay.files(InputStream.nullInputStream());
    ReplayOptions options = replay.options(directory);
    ContentRevision revision = ReplayCase.content(options, files).revision();
    InputTimes times =
        InputTimes.read(
            files, RANGE_BYTES, new AddOnLibrary(AddOnReader.builtIn(), ZoneOffset.UTC));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(ReplayJob.settings(options));
    ReplayJob.outcomes(
            ReplayJob.records(environment, options.parallelism(), files, times, RANGE_BYTES),
            options,
            JobContent.of(revision, ZoneOffset.UTC),
            times)
        .sinkTo(new SinkOrder())
        .setParallelism(1);

    try (EmbeddedCluster cluster = EmbeddedCluster.start(parallelism, InputVolume.SMALL)) {
      cluster.run(environment.getStreamGraph(), accumulators -> {});
    }

    List<SinkOrder.Arrival> arrivals = SinkOrder.take();
    assertThat(scheduledBeforeTheEnd(arrivals)).hasSizeGreaterThan(2);
    assertThat(firstFindingThatCameTooLate(arrivals)).isEqualTo(-1);
  }

  /** Scheduled times that a watermark before the last one has closed. */
  private static List<Long> scheduledBeforeTheEnd(List<SinkOrder.Arrival> arrivals) {
    long closed =
        arrivals.stream()
            .filter(arrival -> !arrival.isFinding() && arrival.timeMillis() != Long.MAX_VALUE)
            .mapToLong(SinkOrder.Arrival::timeMillis)
            .max()
            .orElse(Long.MIN_VALUE);
    return arrivals.stream()
        .filter(arrival -> arrival.isFinding() && arrival.timeMillis() <= closed)
        .map(SinkOrder.Arrival::timeMillis)
        .distinct()
        .toList();
  }

  private static long firstFindingThatCameTooLate(List<SinkOrder.Arrival> arrivals) {
    long closed = Long.MIN_VALUE;
    for (SinkOrder.Arrival arrival : arrivals) {
      if (!arrival.isFinding()) {
        closed = Math.max(closed, arrival.timeMillis());
      } else if (arrival.timeMillis() <= closed) {
        return arrival.timeMillis();
      }
    }
    return -1;
  }
}
