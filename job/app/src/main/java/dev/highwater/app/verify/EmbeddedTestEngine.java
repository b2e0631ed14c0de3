package dev.highwater.app.verify;

import dev.highwater.app.catalog.Places;
import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.replay.EmbeddedJob;
import dev.highwater.app.replay.ReplayInputs;
import dev.highwater.app.replay.ReplayJob;
import dev.highwater.app.terminal.Console;
import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.outcome.OutcomeFileSink;
import dev.highwater.connectors.outcome.OutcomeLog;
import dev.highwater.engine.detect.IndexedRecord;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.engine.verify.TestEngine;
import dev.highwater.engine.verify.TestLog;
import dev.highwater.engine.verify.TestOutcomes;
import dev.highwater.engine.verify.TestedSearches;
import dev.highwater.flink.ArrivalClock;
import dev.highwater.flink.DetectionJob;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.StreamClock;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.EmbeddedConfiguration;
import dev.highwater.flink.local.InputVolume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Runs the searches of tests as jobs on a cluster inside this process, started when needed. */
final class EmbeddedTestEngine implements TestEngine, AutoCloseable {

  private final ContentOptions options;
  private final int parallelism;
  private final Function<TestLog, InputFile> files;
  private final Console console;
  private @Nullable EmbeddedCluster cluster;

  /**
   * @param files where logs are
   */
  EmbeddedTestEngine(
      ContentOptions options,
      int parallelism,
      Function<TestLog, InputFile> files,
      Console console) {
    this.options = options;
    this.parallelism = parallelism;
    this.files = files;
    this.console = console;
  }

  @Override
  public TestOutcomes search(TestedSearches searches, List<TestLog> logs)
      throws IOException, InterruptedException {
    ReplayInputs inputs = new ReplayInputs(logs.stream().map(files).toList(), false);
    StreamExecutionEnvironment environment = environment(RuntimeExecutionMode.BATCH);
    DataStream<RawEvent> records = ReplayJob.records(environment, parallelism, inputs.files());
    return run(environment, records, searches, null, inputs);
  }

  @Override
  public TestOutcomes schedule(TestedSearches searches, List<IndexedRecord> records)
      throws IOException, InterruptedException {
    StreamExecutionEnvironment environment = environment(RuntimeExecutionMode.STREAMING);
    List<RawEvent> events = records.stream().map(IndexedRecord::raw).toList();
    DataStream<RawEvent> source =
        environment.fromData(events, RawEventTypeInfo.INSTANCE).setParallelism(1);
    return run(
        environment, source, searches, new ArrivalClock(), new ReplayInputs(List.of(), false));
  }

  private StreamExecutionEnvironment environment(RuntimeExecutionMode mode) {
    return StreamExecutionEnvironment.getExecutionEnvironment(
        EmbeddedConfiguration.job(mode, parallelism));
  }

  private TestOutcomes run(
      StreamExecutionEnvironment environment,
      DataStream<RawEvent> records,
      TestedSearches searches,
      @Nullable StreamClock clock,
      ReplayInputs inputs)
      throws IOException, InterruptedException {
    JobContent shipped = Places.shipped(searches.revision(), options, searches.usesPlaces());
    Places.register(environment, shipped, options);
    Path directory = Files.createTempDirectory("highwater-test-");
    try {
      new DetectionJob(shipped, parallelism, clock == null, clock, RunLimits.DEFAULT)
          .outcomesOf(records)
          .sinkTo(OutcomeFileSink.ofLog(directory))
          .name("write outcomes")
          .uid("write-outcomes")
          .setParallelism(1);
      EmbeddedJob.run(cluster(inputs), environment.getStreamGraph(), inputs.plainBytes(), console);
      TestOutcomes outcomes = new TestOutcomes();
      OutcomeLog.read(directory, outcomes::add);
      return outcomes;
    } catch (JobCancellationException e) {
      throw new InterruptedException("the job was cancelled");
    } catch (JobExecutionException e) {
      throw new IOException("the job failed: " + EmbeddedJob.reason(e), e);
    } finally {
      OutcomeLog.delete(directory);
    }
  }

  private EmbeddedCluster cluster(ReplayInputs inputs) {
    EmbeddedCluster started = cluster;
    if (started == null) {
      started = EmbeddedCluster.start(parallelism, InputVolume.ofBytes(inputs.bytes()));
      cluster = started;
    }
    return started;
  }

  @Override
  public void close() {
    if (cluster != null) {
      cluster.close();
    }
  }
}
