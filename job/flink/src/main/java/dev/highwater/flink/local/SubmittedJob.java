package dev.highwater.flink.local;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.util.OptionalFailure;
import org.apache.flink.util.SerializedValue;

/** A job of an embedded cluster, from its submission to its result. */
final class SubmittedJob {
  private static final long PROGRESS_INTERVAL_MILLIS = 200;

  private final MiniCluster cluster;
  private final JobID id;

  private SubmittedJob(MiniCluster cluster, JobID id) {
    this.cluster = cluster;
    this.id = id;
  }

  static SubmittedJob submit(MiniCluster cluster, JobGraph graph)
      throws JobExecutionException, InterruptedException {
    try {
      return new SubmittedJob(cluster, cluster.submitJob(graph).get().getJobID());
    } catch (ExecutionException fault) {
      throw new JobExecutionException(graph.getJobID(), "Cannot submit the job", fault.getCause());
    }
  }

  /** Asks for the job's end; {@link #await} tells whether that came first, or its own. */
  void cancel() {
    // Fails only where the job has just ended by itself.
    var unused = cluster.cancelJob(id);
  }

  JobExecutionResult await(Consumer<Map<String, Object>> progress)
      throws JobExecutionException, InterruptedException {
    CompletableFuture<JobResult> result = cluster.requestJobResult(id);
    try {
      while (true) {
        try {
          return result
              .get(PROGRESS_INTERVAL_MILLIS, TimeUnit.MILLISECONDS)
              .toJobExecutionResult(classLoader());
        } catch (TimeoutException stillRunning) {
          progress.accept(accumulators());
        }
      }
    } catch (ExecutionException fault) {
      throw new JobExecutionException(id, "Cannot learn the job's result", fault.getCause());
    } catch (IOException | ClassNotFoundException fault) {
      throw new JobExecutionException(id, "Cannot read the job's accumulators", fault);
    } catch (InterruptedException interruption) {
      cancel();
      throw interruption;
    }
  }

  private Map<String, Object> accumulators()
      throws ExecutionException, InterruptedException, IOException, ClassNotFoundException {
    AccessExecutionGraph graph = cluster.getExecutionGraph(id).get();
    Map<String, Object> values = new TreeMap<>();
    for (Map.Entry<String, SerializedValue<OptionalFailure<Object>>> entry :
        graph.getAccumulatorsSerialized().entrySet()) {
      OptionalFailure<Object> value = entry.getValue().deserializeValue(classLoader());
      if (!value.isFailure()) {
        values.put(entry.getKey(), value.getUnchecked());
      }
    }
    return values;
  }

  private static ClassLoader classLoader() {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return ofThread != null ? ofThread : SubmittedJob.class.getClassLoader();
  }
}
