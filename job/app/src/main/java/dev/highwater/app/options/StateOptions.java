package dev.highwater.app.options;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a job keeps what it holds, and what it begins with.
 *
 * @param backend what holds state while the job runs; {@code null} for what Flink's configuration
 *     says, which is the heap by default
 * @param checkpoints the directory of checkpoints; {@code null} for what Flink's configuration
 *     says, or in this process for one that goes with it
 * @param restored the savepoint or checkpoint that the job goes on from; or null
 */
public record StateOptions(
    @Nullable Backend backend, @Nullable Path checkpoints, @Nullable Path restored) {

  /** Nothing is said. */
  public static final StateOptions DEFAULT = new StateOptions(null, null, null);

  /** What holds state. */
  public enum Backend {
    /** Objects in memory. */
    HEAP,
    /** Bytes on the local disk; checkpoints hold what has changed. */
    ROCKSDB
  }
}
