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

/** The Flink job of a replay: files in, files out. */
final class ReplayJob {

  /** Small ranges let runs close early; 32 MiB is as fast, but coarse. */
  private static final long ORDERED_RANGE_BYTES = 4L << 20;

  private ReplayJob() {}

  static StreamGraph graph(ReplayOptions options, List<InputFile> files, JobContent content)
      throws IOException {
    boolean isBatch = options.mode() == RuntimeMode.BATCH;
    RuntimeExecutionMode mode =
        isBatch ? RuntimeExecutionMode.BATCH : RuntimeExecutionMode.STREAMING;
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(
            EmbeddedConfiguration.job(mode, options.parallelism()));
    InputTimes times =
        options.ordered()
            ? InputTimes.read(files, ORDERED_RANGE_BYTES, options.content().zone())
            : null;
    LogFileSource reading =
        times == null
            ? LogFileSource.of(files).order(ReadOrder.BIGGEST_FIRST).build()
            : LogFileSource.of(times.filesInOrder())
                .order(ReadOrder.AS_GIVEN)
                .splitBytes(ORDERED_RANGE_BYTES)
                .build();
    DataStreamSource<RawEvent> source =
        environment.fromSource(
            reading, WatermarkStrategy.noWatermarks(), "read files", RawEventTypeInfo.INSTANCE);
    source.uid("read-files").setParallelism(options.parallelism());
    new DetectionJob(content, options.parallelism(), isBatch, times == null ? null : times.clock())
        .outcomesOf(source)
        .sinkTo(new OutcomeFileSink(options.outputDirectory()))
        .name("write files")
        .uid("write-files")
        .setParallelism(1);
    return environment.getStreamGraph();
  }
}
