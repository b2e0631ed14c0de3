package dev.highwater.app.savepoint;

import dev.highwater.app.catalog.EnabledContent;
import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.EnabledDetections;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.replay.ReplayContent;
import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.engine.schedule.PartitionEnds;
import dev.highwater.flink.DetectionJob;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.PartitionedClock;
import dev.highwater.flink.local.EmbeddedConfiguration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.rpc.pekko.PekkoRpcSystem;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A live job over the log of {@code src/test/resources/savepoints}, which stops in the middle and
 * goes on.
 *
 * @param backend Flink's name of the state backend
 */
@SuppressWarnings("try") // a mini cluster's close() may be interrupted
record TrialSavepoint(String backend, int parallelism, TrialKind kind) {

  /** Where the log, its content and the savepoints of earlier builds lie. */
  static final Path KEPT = Path.of("src/test/resources/savepoints");

  /** The line before the savepoint is late for a run that is still to be done again. */
  static final int HELD_AT = 200;

  /** More than there are lines: what is over lets the job stand still and go on. */
  private static final int NUMBERS = 60_000;

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** What all partitions of the log have to say is in it. */
  private record NoEnds() implements PartitionEnds {

    private static final long serialVersionUID = 1L;

    @Override
    public Watch watch() {
      return new Watch() {
        @Override
        public Map<String, Standing> standing(Map<String, Long> nextOffsets) {
          return Map.of();
        }

        @Override
        public void close() {}
      };
    }
  }

  /** What the whole log gives, without a stop. */
  List<String> uninterrupted() throws Exception {
    return goingOn(null);
  }

  /** What is left of the log gives behind a savepoint. */
  List<String> goingOn(@Nullable String savepoint) throws Exception {
    CollectedOutcomes.take();
    try (MiniCluster cluster = started()) {
      cluster.executeJobBlocking(graph(Integer.MAX_VALUE, settings(savepoint)).getJobGraph());
    }
    return ToldLines.of(CollectedOutcomes.take());
  }

  /**
   * A savepoint in the middle of the log.
   *
   * @param path of the savepoint
   * @param told what the job gave before it
   */
  record Stopped(String path, List<String> told) {}

  /** Stops in the middle of the log. */
  Stopped stopped(Path directory, SavepointFormatType format) throws Exception {
    CollectedOutcomes.take();
    HeldLog.reset();
    try (MiniCluster cluster = started()) {
      JobID job = cluster.submitJob(graph(HELD_AT, settings(null)).getJobGraph()).get().getJobID();
      if (!HeldLog.awaitGiven(HELD_AT, PATIENCE_NANOS)) {
        throw new IllegalStateException("the job does not read the log");
      }
      awaitRunning(cluster, job);
      String uri = directory.toUri().toString();
      String path = cluster.stopWithSavepoint(job, uri, false, format).get();
      return new Stopped(
          Path.of(URI.create(path)).toString(), ToldLines.of(CollectedOutcomes.take()));
    }
  }

  /** A backend may still be opened while records wait for it. */
  private static void awaitRunning(MiniCluster cluster, JobID job) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!isRunning(cluster, job)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the job does not run");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static boolean isRunning(MiniCluster cluster, JobID job) throws Exception {
    for (AccessExecutionVertex task :
        cluster.getExecutionGraph(job).get().getAllExecutionVertices()) {
      if (task.getExecutionState() != ExecutionState.RUNNING) {
        return false;
      }
    }
    return true;
  }

  /** A cluster with room for the job. */
  MiniCluster started() throws Exception {
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(new Configuration())
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(parallelism)
                .withRandomPorts()
                .build(),
            () -> Reference.owned(new PekkoRpcSystem()));
    cluster.start();
    return cluster;
  }

  /** The job. */
  StreamGraph graph(int heldAt, Configuration settings) throws IOException {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings);
    List<String> lines = Files.readAllLines(KEPT.resolve("events.log"), StandardCharsets.UTF_8);
    DataStream<RawEvent> records =
        environment
            .fromSource(
                new NumberSequenceSource(1, NUMBERS), WatermarkStrategy.noWatermarks(), "numbers")
            .uid("numbers")
            .setParallelism(1)
            .flatMap(new HeldLog(lines, heldAt))
            .returns(RawEventTypeInfo.INSTANCE)
            .uid("held-log")
            .setParallelism(1);
    TreeMap<String, Long> starts = new TreeMap<>();
    HeldLog.partitions().forEach(partition -> starts.put(partition, 0L));
    new DetectionJob(
            content(),
            parallelism,
            false,
            new PartitionedClock(kind.clock(), starts, new NoEnds()),
            RunLimits.DEFAULT)
        .outcomesOf(records)
        .sinkTo(new CollectedOutcomes())
        .uid("collect")
        .setParallelism(1);
    return environment.getStreamGraph();
  }

  /** The job's settings, without checkpoints. */
  Configuration settings(@Nullable String savepoint) {
    Configuration settings = EmbeddedConfiguration.job(RuntimeExecutionMode.STREAMING, parallelism);
    settings.set(PipelineOptions.MAX_PARALLELISM, LiveOptions.MOST_PARALLEL);
    settings.set(StateBackendOptions.STATE_BACKEND, backend);
    // All in one file.
    settings.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ofMebiBytes(1));
    if (savepoint != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }
    return settings;
  }

  private static JobContent content() throws IOException {
    StringWriter err = new StringWriter();
    PrintWriter printed = new PrintWriter(err, true);
    ContentOptions options =
        new ContentOptions(
            List.of(KEPT.resolve("content")),
            null,
            null,
            null,
            ZoneOffset.UTC,
            null,
            OutputFormat.TEXT,
            true);
    ReplayContent content =
        EnabledContent.load(options, List.of(), new EnabledDetections(List.of(), true), printed)
            .flatMap(
                loaded ->
                    ReplayContent.of(loaded, ZoneOffset.UTC, UnaryOperator.identity(), printed))
            .orElseThrow(() -> new IllegalStateException(err.toString()));
    if (!content.refused().isEmpty()) {
      throw new IllegalStateException(content.refused().toString());
    }
    return content.shipped(content.revision(), options);
  }
}
