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
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The Flink job of a replay: files in, files out. */
final class ReplayJob {

  private ReplayJob() {}

  static StreamGraph graph(ReplayOptions options, List<InputFile> files, JobContent content) {
    boolean isBatch = options.mode() == RuntimeMode.BATCH;
    RuntimeExecutionMode mode =
        isBatch ? RuntimeExecutionMode.BATCH : RuntimeExecutionMode.STREAMING;
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(
            EmbeddedConfiguration.job(mode, options.parallelism()));
    DataStreamSource<RawEvent> source =
        environment.fromSource(
            LogFileSource.of(files).order(ReadOrder.BIGGEST_FIRST).build(),
            WatermarkStrategy.noWatermarks(),
            "read files",
            RawEventTypeInfo.INSTANCE);
    source.uid("read-files").setParallelism(options.parallelism());
    new DetectionJob(content, options.parallelism(), isBatch)
        .outcomesOf(source)
        .sinkTo(new OutcomeFileSink(options.outputDirectory()))
        .name("write files")
        .uid("write-files")
        .setParallelism(1);
    return environment.getStreamGraph();
  }
}
