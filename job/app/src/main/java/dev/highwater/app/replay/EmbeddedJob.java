package dev.highwater.app.replay;

import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.ProgressBar;
import dev.highwater.app.terminal.ReplayProgress;
import dev.highwater.flink.local.EmbeddedCluster;
import java.util.Map;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** A job on a cluster inside this process; a progress bar follows it, an interrupt cancels it. */
public final class EmbeddedJob {

  private EmbeddedJob() {}

  /**
   * Runs a job to its end.
   *
   * @param bytes of its input, 0 when nobody knows
   * @throws JobExecutionException if the job failed; a {@code JobCancellationException} if an
   *     interrupt ended it
   */
  public static void run(EmbeddedCluster cluster, StreamGraph graph, long bytes, Console console)
      throws JobExecutionException, InterruptedException {
    Interruption interruption = Interruption.cancelling(cluster);
    try (ProgressBar bar = new ProgressBar(console, System::nanoTime)) {
      cluster.run(graph, accumulators -> bar.show(progress(accumulators, bytes)));
    } finally {
      interruption.end();
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

  /** What was at the root of a failure, in words. */
  public static String reason(JobExecutionException failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }
}
