package dev.highwater.flink;

import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFinalizer;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.api.operators.StreamOperator;

/** Checkpoints whose bytes are written while the operator goes on, as in a running job. */
final class Snapshots {

  private static final int MOST_BYTES = 1 << 20;

  private Snapshots() {}

  /** What happens at the barrier. */
  static OperatorSnapshotFutures begin(StreamOperator<?> operator) throws Exception {
    return operator.snapshotState(
        1,
        1,
        CheckpointOptions.forCheckpointWithDefaultLocation(),
        new MemCheckpointStreamFactory(MOST_BYTES));
  }

  /** Writes the bytes. */
  static OperatorSubtaskState end(OperatorSnapshotFutures writing) throws Exception {
    return OperatorSnapshotFinalizer.create(writing).getJobManagerOwnedState();
  }
}
