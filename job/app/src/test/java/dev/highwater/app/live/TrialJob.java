package dev.highwater.app.live;

import dev.highwater.app.catalog.EnabledContent;
import dev.highwater.app.options.BackfillOptions;
import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.EnabledDetections;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.options.RiskOptions;
import dev.highwater.app.options.StateOptions;
import dev.highwater.app.replay.FailOnce;
import dev.highwater.app.replay.ReplayContent;
import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.kafka.RecordForm;
import dev.highwater.connectors.kafka.StartPoint;
import dev.highwater.connectors.kafka.TopicChoice;
import dev.highwater.connectors.kafka.TopicMaps;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.flink.ContentFeed;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.LiveClock;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.InputVolume;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/** A job over topics whose reader fails once. */
final class TrialJob {

  static final Duration DISORDER = Duration.ofMinutes(10);

  private TrialJob() {}

  /** Options for either topics or a directory. */
  static LiveOptions options(
      String brokers, List<String> topics, @Nullable String prefix, @Nullable Path directory) {
    return options(brokers, topics, prefix, directory, List.of(), 1);
  }

  /** The same with content of its own. */
  static LiveOptions options(
      String brokers,
      List<String> topics,
      @Nullable String prefix,
      @Nullable Path directory,
      List<Path> content,
      int parallelism) {
    Input input = new Input(RecordForm.RAW, OriginSettings.NONE, null);
    return options(brokers, topics, prefix, directory, content, parallelism, input);
  }

  /** How records are read, and what is read before them. */
  record Input(RecordForm form, OriginSettings origin, @Nullable BackfillOptions backfill) {}

  /** The same, reading otherwise. */
  static LiveOptions options(
      String brokers,
      List<String> topics,
      @Nullable String prefix,
      @Nullable Path directory,
      List<Path> content,
      int parallelism,
      Input input) {
    return new LiveOptions(
        new ContentOptions(
            content, null, null, null, ZoneOffset.UTC, null, OutputFormat.TEXT, true),
        List.of(),
        new EnabledDetections(List.of(), true),
        brokers,
        null,
        new TopicChoice(topics, null),
        StartPoint.EARLIEST,
        input.backfill(),
        "live-test",
        input.form(),
        null,
        input.origin(),
        new LiveClock(DISORDER, LiveClock.UNBOUNDED),
        prefix,
        directory,
        Duration.ofMillis(250),
        Duration.ofMinutes(5),
        parallelism,
        StateOptions.DEFAULT,
        RunLimits.DEFAULT,
        RiskOptions.NONE,
        null,
        false,
        false);
  }

  /** A job whose reader fails once, so many records after its begin. */
  static StreamGraph graph(LiveOptions options, LiveStream stream, int failAfter)
      throws IOException {
    return graph(options, stream, failAfter, null);
  }

  /** The same, following other content. */
  static StreamGraph graph(
      LiveOptions options, LiveStream stream, int failAfter, @Nullable ContentFeed feed)
      throws IOException {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(LiveJob.settings(options));
    LiveInput input = input(options, stream);
    DataStream<RawEvent> records =
        input
            .records(environment, options)
            .map(new FailOnce(failAfter))
            .returns(RawEventTypeInfo.INSTANCE)
            .uid("fail-once")
            .setParallelism(1);
    LiveJob.deliver(LiveJob.outcomes(records, options, input, feed), options, stream);
    return environment.getStreamGraph();
  }

  /** What a job reads, with the content that it runs. */
  static LiveInput input(LiveOptions options, LiveStream stream) throws IOException {
    StringWriter err = new StringWriter();
    ReplayContent content =
        EnabledContent.load(
                options.content(), List.of(), options.enabled(), new PrintWriter(err, true))
            .flatMap(
                loaded ->
                    ReplayContent.of(
                        loaded,
                        ZoneOffset.UTC,
                        UnaryOperator.identity(),
                        new PrintWriter(err, true)))
            .orElseThrow(() -> new IllegalStateException(err.toString()));
    JobContent shipped = content.shipped(content.revision(), options.content());
    return new LiveInput(stream, TopicMaps.NONE, shipped, archive(options, shipped));
  }

  private static @Nullable LiveArchive archive(LiveOptions options, JobContent content)
      throws IOException {
    StringWriter err = new StringWriter();
    List<InputFile> files =
        LiveArchive.files(options, new PrintWriter(err, true))
            .orElseThrow(() -> new IllegalStateException(err.toString()));
    return LiveArchive.read(options, files, content.detections().knowledge().addOns());
  }

  /** What is read while a job runs; it is cancelled then. */
  static <T> T whileRunning(StreamGraph graph, Callable<T> reading) throws Exception {
    return whileRunning(graph, 1, reading);
  }

  /** The same with so many slots. */
  static <T> T whileRunning(StreamGraph graph, int parallelism, Callable<T> reading)
      throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(parallelism, InputVolume.SMALL)) {
      Thread job = new Thread(() -> run(cluster, graph), "live");
      job.start();
      T read = reading.call();
      cluster.cancel();
      job.join();
      return read;
    }
  }

  private static void run(EmbeddedCluster cluster, StreamGraph graph) {
    try {
      cluster.run(graph, accumulators -> {});
    } catch (JobExecutionException e) {
      // Cancelled, or it failed: then the findings are missing.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
