package dev.highwater.flink.local;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.runtime.rpc.pekko.PekkoRpcSystem;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A Flink cluster inside this JVM, for one job after the other.
 *
 * <p>{@link #close} ends it completely, also after a failed job. Flink's threads are no daemons: a
 * program that cannot wait for user code that hangs calls {@code System.exit}.
 */
public final class EmbeddedCluster implements AutoCloseable {
  private final FutureTask<MiniCluster> starting;
  private volatile @Nullable SubmittedJob running;
  private volatile boolean cancelled;

  private EmbeddedCluster(FutureTask<MiniCluster> starting) {
    this.starting = starting;
  }

  /**
   * Starts a cluster in the background and returns at once: the caller can read content and build
   * its job meanwhile. A failure to start is thrown by {@link #run}.
   *
   * @param slots the greatest parallelism that a job may have, at least 1
   */
  public static EmbeddedCluster start(int slots, InputVolume volume) {
    if (slots < 1) {
      throw new IllegalArgumentException("Invalid slots: " + slots + " (must be >= 1)");
    }
    FutureTask<MiniCluster> starting = new FutureTask<>(() -> started(slots, volume));
    Thread starter = new Thread(starting, "embedded-cluster-start");
    starter.setDaemon(true);
    starter.start();
    return new EmbeddedCluster(starting);
  }

  private static MiniCluster started(int slots, InputVolume volume) throws Exception {
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(EmbeddedConfiguration.cluster(slots, volume))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                .build(),
            // Flink's own loader unpacks 22 MB into a temporary directory first.
            () -> Reference.owned(new PekkoRpcSystem()));
    cluster.start();
    return cluster;
  }

  /**
   * Runs a job and waits for its end.
   *
   * @param graph made in an environment with {@link EmbeddedConfiguration#job}'s settings
   * @param progress gets the job's accumulators so far, a few times a second, in this thread; those
   *     of a task that has not reported yet are absent
   * @return the result with the final accumulators
   * @throws JobExecutionException if the cluster did not start or the job failed; a {@code
   *     JobCancellationException} if {@link #cancel} ended it
   * @throws InterruptedException if this thread was interrupted; the job is cancelled then
   */
  public JobExecutionResult run(StreamGraph graph, Consumer<Map<String, Object>> progress)
      throws JobExecutionException, InterruptedException {
    return run(graph.getJobGraph(), progress);
  }

  /** As {@link #run(StreamGraph, Consumer)}, for a graph that is planned already. */
  public JobExecutionResult run(JobGraph graph, Consumer<Map<String, Object>> progress)
      throws JobExecutionException, InterruptedException {
    SubmittedJob job = SubmittedJob.submit(cluster(graph), graph);
    running = job;
    if (cancelled) {
      job.cancel();
    }
    try {
      return job.await(progress);
    } finally {
      running = null;
    }
  }

  private MiniCluster cluster(JobGraph graph) throws JobExecutionException, InterruptedException {
    try {
      return starting.get();
    } catch (ExecutionException fault) {
      throw new JobExecutionException(
          graph.getJobID(), "Cannot start the embedded cluster", fault.getCause());
    }
  }

  /** Cancels the running job, or the next one when none runs yet; any thread may call it. */
  public void cancel() {
    cancelled = true;
    SubmittedJob job = running;
    if (job != null) {
      job.cancel();
    }
  }

  /** Ends the cluster and waits for that; a running job is cancelled. */
  @Override
  public void close() {
    boolean interrupted = false;
    while (true) {
      try {
        starting.get().closeAsync().join();
        break;
      } catch (ExecutionException fault) {
        break; // run() has reported or will report it; a cluster that did not start is closed
      } catch (InterruptedException interruption) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
