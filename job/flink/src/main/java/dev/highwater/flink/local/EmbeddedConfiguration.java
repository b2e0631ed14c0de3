package dev.highwater.flink.local;

import java.time.Duration;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** The settings of an embedded cluster and of the jobs that run in it. */
public final class EmbeddedConfiguration {
  private EmbeddedConfiguration() {}

  /**
   * The settings with which a job's {@code StreamExecutionEnvironment} must be made.
   *
   * <p>The scheduler is named here and in the cluster: BATCH otherwise plans for the adaptive
   * scheduler, which takes the parallelism as an upper bound only.
   *
   * @param parallelism at most the cluster's slots
   */
  public static Configuration job(RuntimeExecutionMode mode, int parallelism) {
    Configuration job = new Configuration();
    job.set(ExecutionOptions.RUNTIME_MODE, mode);
    job.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
    job.set(JobManagerOptions.SCHEDULER, JobManagerOptions.SchedulerType.Default);
    job.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    job.set(PipelineOptions.OBJECT_REUSE, true);
    job.set(PipelineOptions.GENERIC_TYPES, false);
    return job;
  }

  static Configuration cluster(int slots, InputVolume volume) {
    Configuration cluster = new Configuration();
    cluster.set(JobManagerOptions.SCHEDULER, JobManagerOptions.SchedulerType.Default);
    cluster.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    cluster.set(TaskManagerOptions.NUM_TASK_SLOTS, slots);
    cluster.set(ClusterOptions.CLUSTER_IO_EXECUTOR_POOL_SIZE, 2);
    // Running tasks report their accumulators with the heartbeat: this is the progress bar's beat.
    cluster.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500));
    cluster.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofMinutes(5));
    // The blob server would listen on every interface of the machine otherwise.
    cluster.set(JobManagerOptions.BIND_HOST, "localhost");
    addMemory(cluster, slots, volume);
    addQuietEndpoint(cluster);
    return cluster;
  }

  private static void addMemory(Configuration cluster, int slots, InputVolume volume) {
    MemorySize network = volume.network(slots);
    cluster.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
    cluster.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
    cluster.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, volume.managed(slots));
    cluster.set(TaskManagerOptions.MEMORY_SEGMENT_SIZE, volume.segment());
    cluster.set(TaskManagerOptions.NETWORK_BATCH_SHUFFLE_READ_MEMORY, volume.shuffleReading());
    cluster.set(
        NettyShuffleEnvironmentOptions.NETWORK_SORT_SHUFFLE_MIN_BUFFERS,
        volume.sortShuffleBuffers());
  }

  /** A mini cluster always opens its REST endpoint; here it has one thread and asks for nothing. */
  private static void addQuietEndpoint(Configuration cluster) {
    cluster.set(RestOptions.BIND_PORT, "0");
    cluster.set(RestOptions.BIND_ADDRESS, "localhost");
    cluster.set(RestOptions.ADDRESS, "localhost");
    cluster.set(RestOptions.SERVER_NUM_THREADS, 1);
    cluster.set(WebOptions.SUBMIT_ENABLE, false);
    cluster.set(WebOptions.CANCEL_ENABLE, false);
    cluster.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, Duration.ZERO);
  }
}
