package dev.highwater.app.replay;

import dev.highwater.app.ExitCode;
import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.ProgressBar;
import dev.highwater.app.terminal.ReplayProgress;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.outcome.OutcomeFiles;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.InputVolume;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.runtime.client.JobExecutionException;

/** Replays recorded data on a cluster inside this process. */
public final class EmbeddedReplay {

  private final ReplayOptions options;
  private final Console console;

  public EmbeddedReplay(ReplayOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /**
   * Runs the replay; writes the files, prints findings and summary.
   *
   * @return how it ended; every error has been printed
   */
  public ExitCode run() throws IOException, InterruptedException {
    ReplayInputs inputs = ReplayInputs.resolve(options, console.err());
    if (inputs.hasErrors()) {
      return ExitCode.FAILED;
    }
    try (EmbeddedCluster cluster =
        EmbeddedCluster.start(options.parallelism(), InputVolume.ofBytes(inputs.bytes()))) {
      Optional<ReplayContent> content = ReplayContent.load(options, inputs.files(), console.err());
      return content.isPresent() ? run(cluster, inputs, content.get()) : ExitCode.FAILED;
    }
  }

  private ExitCode run(EmbeddedCluster cluster, ReplayInputs inputs, ReplayContent content)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    ContentRevision revision = content.revision();
    Interruption interruption = Interruption.cancelling(cluster);
    try {
      execute(cluster, inputs, JobContent.of(revision, options.content().zone()));
    } catch (JobCancellationException e) {
      console.err().println("Interrupted; what was final is in " + options.outputDirectory());
      return ExitCode.INTERRUPTED;
    } catch (JobExecutionException e) {
      console.err().println("The replay failed: " + rootMessage(e));
      return ExitCode.FAILED;
    } finally {
      interruption.end();
    }
    Ledger ledger = OutcomeFiles.takeLedger(options.outputDirectory());
    double seconds = (System.nanoTime() - start) / 1e9;
    ReplaySummary summary = ReplaySummary.of(content, ledger, inputs.bytes(), seconds);
    new ReplayReport(options, console).print(summary);
    return summary.hasFailed() ? ExitCode.FAILED : ExitCode.DONE;
  }

  private void execute(EmbeddedCluster cluster, ReplayInputs inputs, JobContent content)
      throws IOException, JobExecutionException, InterruptedException {
    List<InputFile> files = inputs.files();
    try (ProgressBar bar = new ProgressBar(console, System::nanoTime)) {
      cluster.run(
          ReplayJob.graph(options, files, content),
          accumulators -> bar.show(progress(accumulators, inputs.plainBytes())));
    }
  }

  private static ReplayProgress progress(Map<String, Object> accumulators, long totalBytes) {
    return new ReplayProgress(
        count(accumulators, "bytes"),
        totalBytes,
        count(accumulators, "events"),
        count(accumulators, "runs"));
  }

  private static long count(Map<String, Object> accumulators, String name) {
    return accumulators.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static String rootMessage(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }
}
