package dev.highwater.app.replay;

import dev.highwater.app.catalog.Places;
import dev.highwater.app.options.DeliveryOptions;
import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.RuntimeMode;
import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.connectors.file.ArrivalOrder;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.LogFileSource;
import dev.highwater.connectors.file.ReadOrder;
import dev.highwater.connectors.hec.HecSettings;
import dev.highwater.connectors.hec.HecSink;
import dev.highwater.connectors.outcome.OutcomeFileSink;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RecordArrivals;
import dev.highwater.engine.detect.RecordTimes;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.flink.DetectionJob;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.LiveClock;
import dev.highwater.flink.local.EmbeddedConfiguration;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/** The Flink job of a replay: files in, files out. */
public final class ReplayJob {

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
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings(options));
    Places.register(environment, content, options.content());
    InputTimes times =
        options.ordered()
            ? InputTimes.read(files, rangeBytes, content.detections().knowledge().addOns())
            : null;
    DataStream<RawEvent> records =
        options.live() == null
            ? records(environment, options.parallelism(), files, times, rangeBytes)
            : records(environment, files, rangeBytes, content, options.live());
    DataStream<Outcome> outcomes = outcomes(records, options, content, times);
    sink(outcomes, "write files", OutcomeFileSink.of(options.outputDirectory()));
    deliver(outcomes, options);
    return environment.getStreamGraph();
  }

  /** Risk events and notables in other forms and to other places. */
  private static void deliver(DataStream<Outcome> outcomes, ReplayOptions options) {
    DeliveryOptions delivery = options.delivery();
    if (delivery.formats().contains(DeliveryOptions.Format.STASH)) {
      sink(outcomes, "write stash", OutcomeFileSink.ofStash(options.outputDirectory()));
    }
    if (delivery.formats().contains(DeliveryOptions.Format.OCSF)) {
      sink(outcomes, "write ocsf", OutcomeFileSink.ofOcsf(options.outputDirectory()));
    }
    HecSettings hec = delivery.hec();
    if (hec != null) {
      sink(outcomes, "send to hec", new HecSink(hec));
    }
  }

  private static void sink(DataStream<Outcome> outcomes, String name, Sink<Outcome> sink) {
    outcomes.sinkTo(sink).name(name).uid(name.replace(' ', '-')).setParallelism(1);
  }

  static Configuration settings(ReplayOptions options) {
    return EmbeddedConfiguration.job(
        isBatch(options) ? RuntimeExecutionMode.BATCH : RuntimeExecutionMode.STREAMING,
        options.parallelism());
  }

  private static boolean isBatch(ReplayOptions options) {
    return options.mode() == RuntimeMode.BATCH;
  }

  /** The records of the files in the order in which they came, read by one reader (S-1965). */
  static DataStream<RawEvent> records(
      StreamExecutionEnvironment environment,
      List<InputFile> files,
      long rangeBytes,
      JobContent content,
      LiveClock clock) {
    LogFileSource.Builder reading = LogFileSource.of(files).order(ReadOrder.AS_GIVEN);
    return records(
        environment,
        1,
        files.size() == 1 ? reading : reading.sideBySide(arrivals(content, clock)),
        rangeBytes);
  }

  private static ArrivalOrder arrivals(JobContent content, LiveClock clock) {
    return () ->
        new RecordArrivals(
                new RecordTimes(content.detections().knowledge().addOns()),
                clock.futureBound().toMillis())
            ::arrivalMillis;
  }

  /** The records of the files, read in no particular order. */
  public static DataStream<RawEvent> records(
      StreamExecutionEnvironment environment, int parallelism, List<InputFile> files) {
    return records(environment, parallelism, files, null, RANGE_BYTES);
  }

  /**
   * The records of the files.
   *
   * @param times for reading them in the order of their first events
   */
  static DataStream<RawEvent> records(
      StreamExecutionEnvironment environment,
      int parallelism,
      List<InputFile> files,
      @Nullable InputTimes times,
      long rangeBytes) {
    LogFileSource.Builder reading =
        times == null
            ? LogFileSource.of(files).order(ReadOrder.BIGGEST_FIRST)
            : LogFileSource.of(times.filesInOrder()).order(ReadOrder.AS_GIVEN);
    return records(environment, parallelism, reading, rangeBytes);
  }

  private static DataStream<RawEvent> records(
      StreamExecutionEnvironment environment,
      int parallelism,
      LogFileSource.Builder reading,
      long rangeBytes) {
    return environment
        .fromSource(
            reading.splitBytes(rangeBytes).build(),
            WatermarkStrategy.noWatermarks(),
            "read files",
            RawEventTypeInfo.INSTANCE)
        .uid("read-files")
        .setParallelism(parallelism);
  }

  static DataStream<Outcome> outcomes(
      DataStream<RawEvent> records,
      ReplayOptions options,
      JobContent content,
      @Nullable InputTimes times) {
    return new DetectionJob(
            content,
            options.parallelism(),
            isBatch(options),
            options.live() != null ? options.live() : times == null ? null : times.clock(),
            options.limits())
        .outcomesOf(records);
  }
}
