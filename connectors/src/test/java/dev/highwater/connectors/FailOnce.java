package dev.highwater.connectors;

import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/**
 * Lets some records pass, slows down until a checkpoint has been completed behind them, and fails
 * then, in the first attempt only.
 */
public final class FailOnce<T> extends RichMapFunction<T, T> implements CheckpointListener {

  private static final long serialVersionUID = 1L;
  private static final long PAUSE_NANOS = 1_000_000;

  private final int afterRecords;
  private int records;
  private boolean isCheckpointed;

  public FailOnce(int afterRecords) {
    this.afterRecords = afterRecords;
  }

  @Override
  public T map(T event) {
    if (++records > afterRecords && getRuntimeContext().getTaskInfo().getAttemptNumber() == 0) {
      if (isCheckpointed) {
        throw new IllegalStateException("failed on purpose");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return event;
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    isCheckpointed = records > afterRecords;
  }
}
