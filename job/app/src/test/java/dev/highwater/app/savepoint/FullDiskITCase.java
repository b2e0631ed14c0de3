package dev.highwater.app.savepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.live.LiveState;
import dev.highwater.app.options.StateOptions;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.CheckpointStatsCounts;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints that cannot be written for a while. Rule S-2083. */
@Timeout(120)
@SuppressWarnings("try") // a mini cluster's close() may be interrupted
class FullDiskITCase {

  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final Duration WAITING = Duration.ofMinutes(15);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);
  private static final int FAILURES = 3;

  @Test
  void theJobGoesOnAndNextCheckpointsAreComplete(@TempDir Path directory) throws Exception {
    TrialSavepoint trial = new TrialSavepoint("hashmap", 2, TrialKind.PLAIN);
    List<String> expected = trial.uninterrupted();
    Configuration settings = trial.settings(null);
    LiveState.configure(
        settings, new StateOptions(StateOptions.Backend.HEAP, directory, null), INTERVAL, WAITING);
    JobGraph graph = trial.graph(TrialSavepoint.HELD_AT, settings).getJobGraph();
    HeldLog.reset();

    try (MiniCluster cluster = trial.started()) {
      JobID job = cluster.submitJob(graph).get().getJobID();
      await(() -> counts(cluster, job).getNumberOfCompletedCheckpoints() > 0);
      Path ofJob = directory.resolve(job.toString());
      block(ofJob);
      await(() -> counts(cluster, job).getNumberOfFailedCheckpoints() >= FAILURES);
      unblock(ofJob);
      long complete = counts(cluster, job).getNumberOfCompletedCheckpoints();
      await(() -> counts(cluster, job).getNumberOfCompletedCheckpoints() > complete);
      HeldLog.goOn();
      cluster.requestJobResult(job).get();

      assertThat(counts(cluster, job).getNumberOfRestoredCheckpoints()).isZero();
    }
    new ToldAgain(ToldLines.of(CollectedOutcomes.take()), expected).assertSame(TrialKind.PLAIN);
  }

  /** No file can be made below a file. */
  private static void block(Path directory) throws IOException {
    for (int tries = 0; !Files.isRegularFile(directory); tries++) {
      Files.move(directory, directory.resolveSibling("aside-" + tries));
      try {
        Files.createFile(directory);
      } catch (FileAlreadyExistsException fault) {
        // A checkpoint has made the directory anew in between.
      }
    }
  }

  private static void unblock(Path directory) throws IOException {
    Files.delete(directory);
    Files.createDirectories(directory.resolve("shared"));
    Files.createDirectories(directory.resolve("taskowned"));
  }

  /** Whether something has come about. */
  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("time is over").isLessThan(end);
      LockSupport.parkNanos(INTERVAL.toNanos());
    }
  }

  private static CheckpointStatsCounts counts(MiniCluster cluster, JobID job) throws Exception {
    return Objects.requireNonNull(cluster.getExecutionGraph(job).get().getCheckpointStatsSnapshot())
        .getCounts();
  }
}
