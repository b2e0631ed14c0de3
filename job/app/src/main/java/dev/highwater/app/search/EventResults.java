package dev.highwater.app.search;

import dev.highwater.app.options.SearchOptions;
import dev.highwater.app.replay.EmbeddedJob;
import dev.highwater.app.replay.ReplayInputs;
import dev.highwater.app.replay.ReplayJob;
import dev.highwater.app.terminal.Console;
import dev.highwater.connectors.outcome.OutcomeFileSink;
import dev.highwater.connectors.outcome.StoredRows;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.flink.DetectionJob;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.EmbeddedConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** What the searches of one job over the inputs gave: their rows wait in files until the close. */
final class EventResults implements AutoCloseable {

  private final Path directory;
  private final StoredRows rows;

  private EventResults(Path directory) throws IOException {
    this.directory = directory;
    this.rows = new StoredRows(directory);
  }

  /**
   * Runs the searches of a revision, all in one pass over the inputs.
   *
   * @throws JobExecutionException if the job failed; a {@code JobCancellationException} if an
   *     interrupt ended it
   */
  static EventResults of(
      ContentRevision searches,
      SearchOptions options,
      ReplayInputs inputs,
      EmbeddedCluster cluster,
      Console console)
      throws IOException, InterruptedException, JobExecutionException {
    JobContent shipped = JobContent.of(searches, options.content().zone());
    if (!options.content().quiet()) {
      inputs.warnOfUnknownSourcetypes(shipped.detections().knowledge().addOns(), console.err());
    }
    Path directory = Files.createTempDirectory("highwater-search-");
    boolean isDone = false;
    try {
      StreamGraph graph = graph(shipped, options, inputs, directory);
      EmbeddedJob.run(cluster, graph, inputs.plainBytes(), console);
      EventResults results = new EventResults(directory);
      isDone = true;
      return results;
    } finally {
      if (!isDone) {
        delete(directory);
      }
    }
  }

  private static StreamGraph graph(
      JobContent content, SearchOptions options, ReplayInputs inputs, Path directory) {
    int parallelism = options.parallelism();
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(
            EmbeddedConfiguration.job(RuntimeExecutionMode.BATCH, parallelism));
    new DetectionJob(content, parallelism, true, null, options.limits())
        .outcomesOf(ReplayJob.records(environment, parallelism, inputs.files()))
        .sinkTo(OutcomeFileSink.ofRows(directory))
        .name("write files")
        .uid("write-files")
        .setParallelism(1);
    return environment.getStreamGraph();
  }

  /** The rows of a search of the revision, by its id there. */
  ResultRows rowsOf(String search) {
    return each -> rows.forEach(search, each);
  }

  /** Why the run of a search failed; empty when it did not. */
  Optional<String> failure(String search) {
    return rows.failure(search);
  }

  /** What the run of a search said about limits. */
  List<String> notes(String search) {
    return rows.notes(search);
  }

  /** What the job counted. */
  Ledger ledger() {
    return rows.ledger();
  }

  @Override
  public void close() throws IOException {
    rows.close();
    delete(directory);
  }

  private static void delete(Path directory) throws IOException {
    List<Path> files;
    try (var listed = Files.list(directory)) {
      files = listed.toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(directory);
  }
}
