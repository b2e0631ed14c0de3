package dev.highwater.app.replay;

import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.RuntimeMode;
import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.LogFileSource;
import dev.highwater.connectors.file.ReadOrder;
import dev.highwater.connectors.outcome.OutcomeFileSink;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.flink.DetectionJob;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.local.EmbeddedConfiguration;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/** The Flink job of a replay: files in, files out. */
final class ReplayJob {

  /** Small ranges let runs close early; more is as fast, but coarse. */
  private static final long ORDERED_RANGE_BYTES = 4L << 20;

  private static final long RANGE_BYTES = 32L << 20;

  private ReplayJob() {}

  static StreamGraph graph(ReplayOptions options, List<InputFile> files, JobContent content)
      throws IOException {
    return graph(options, files, content, options.ordered() ? ORDERED_RANGE_BYTES : RANGE_BYTES);
  }

  /**
   * @param rangeBytes bytes of a file that one reader takes at a time
   */
  static StreamGraph graph(
      ReplayOptions options, List<InputFile> files, JobContent content, long rangeBytes)
      throws IOException {
    boolean isBatch = options.mode() == RuntimeMode.BATCH;
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(
            EmbeddedConfiguration.job(
                isBatch ? RuntimeExecutionMode.BATCH : RuntimeExecutionMode.STREAMING,
                options.parallelism()));
    InputTimes times =
        options.ordered() ? InputTimes.read(files, rangeBytes, options.content().zone()) : null;
    DataStreamSource<RawEvent> source =
        environment.fromSource(
            reading(files, times, rangeBytes),
            WatermarkStrategy.noWatermarks(),
            "read files",
            RawEventTypeInfo.INSTANCE);
    source.uid("read-files").setParallelism(options.parallelism());
    new DetectionJob(content, options.parallelism(), isBatch, times == null ? null : times.clock())
        .outcomesOf(source)
        .sinkTo(new OutcomeFileSink(options.outputDirectory()))
        .name("write files")
        .uid("write-files")
        .setParallelism(1);
    return environment.getStreamGraph();
  }

  private static LogFileSource reading(
      List<InputFile> files, @Nullable InputTimes times, long rangeBytes) {
    LogFileSource.Builder reading =
        times == null
            ? LogFileSource.of(files).order(ReadOrder.BIGGEST_FIRST)
            : LogFileSource.of(times.filesInOrder()).order(ReadOrder.AS_GIVEN);
    return reading.splitBytes(rangeBytes).build();
  }
}
