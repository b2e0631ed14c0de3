package dev.highwater.app.replay;

import dev.highwater.app.ExitCode;
import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.terminal.Console;
import dev.highwater.connectors.outcome.OutcomeFiles;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.InputVolume;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.graph.StreamGraph;

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
    ReplayInputs inputs =
        ReplayInputs.resolve(
            options.inputs(), options.overrides(), options.content(), console.err());
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
    JobContent shipped = content.shipped(content.revision(), options.content());
    if (!options.content().quiet()) {
      inputs.warnOfUnknownSourcetypes(shipped.detections().knowledge().addOns(), console.err());
    }
    try {
      StreamGraph graph = ReplayJob.graph(options, inputs.files(), shipped);
      EmbeddedJob.run(cluster, graph, inputs.plainBytes(), console);
    } catch (JobCancellationException e) {
      console.err().println("Interrupted; what was final is in " + options.outputDirectory());
      return ExitCode.INTERRUPTED;
    } catch (JobExecutionException e) {
      console.err().println("The replay failed: " + EmbeddedJob.reason(e));
      return ExitCode.FAILED;
    }
    Ledger ledger = OutcomeFiles.takeLedger(options.outputDirectory());
    double seconds = (System.nanoTime() - start) / 1e9;
    ReplaySummary summary = ReplaySummary.of(content, ledger, inputs.bytes(), seconds);
    new ReplayReport(options, console).print(summary);
    return summary.hasFailed() ? ExitCode.FAILED : ExitCode.DONE;
  }
}
