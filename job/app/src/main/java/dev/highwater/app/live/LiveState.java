package dev.highwater.app.live;

import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.options.StateOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;

/** What is set of a live job's state, its checkpoints and its restarts (S-2082 to S-2084). */
public final class LiveState {

  private static final String ROCKSDB_FACTORY =
      "org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackendFactory";

  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration GREATEST_DELAY = Duration.ofSeconds(30);
  private static final Duration STEADY = Duration.ofMinutes(10);

  /** Of the greatest delay, more than eight hours. */
  private static final int MOST_RESTARTS = 1000;

  private LiveState() {}

  /**
   * Sets it.
   *
   * @param interval between checkpoints
   * @param waiting how long what has come out may wait for a checkpoint that is complete
   */
  public static void configure(
      Configuration settings, StateOptions state, Duration interval, Duration waiting) {
    settings.set(PipelineOptions.MAX_PARALLELISM, LiveOptions.MOST_PARALLEL);
    if (state.backend() != null) {
      boolean isRocksDb = state.backend() == StateOptions.Backend.ROCKSDB;
      settings.set(StateBackendOptions.STATE_BACKEND, isRocksDb ? "rocksdb" : "hashmap");
      settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, isRocksDb);
    }
    if (state.checkpoints() != null) {
      keep(settings, state.checkpoints());
      settings.set(
          CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
          ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }
    if (state.restored() != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, uri(state.restored()));
    }
    checkpoint(settings, interval, waiting.dividedBy(2));
    restart(settings);
  }

  /** Keeps checkpoints in a directory: what JobManagers hold in memory by default is small. */
  static void keep(Configuration settings, Path directory) {
    settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, uri(directory));
  }

  private static String uri(Path directory) {
    return directory.toAbsolutePath().toUri().toString();
  }

  /**
   * A checkpoint that fails is left out. Behind the last complete one transactions wait, and what
   * waits longer than they may is lost: well before that the job begins again behind it.
   */
  private static void checkpoint(Configuration settings, Duration interval, Duration patience) {
    long failures = patience.toMillis() / interval.toMillis();
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval);
    settings.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, patience);
    settings.set(
        CheckpointingOptions.TOLERABLE_FAILURE_NUMBER,
        (int) Math.min(Math.max(failures, 1), Integer.MAX_VALUE));
  }

  private static void restart(Configuration settings) {
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, FIRST_DELAY);
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, GREATEST_DELAY);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, 2.0);
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD, STEADY);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, MOST_RESTARTS);
  }

  /** Whether what the options ask for can be loaded. */
  static boolean isThere(StateOptions state) {
    if (state.backend() != StateOptions.Backend.ROCKSDB) {
      return true;
    }
    try {
      Class.forName(ROCKSDB_FACTORY, false, LiveState.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException fault) {
      return false;
    }
  }
}
