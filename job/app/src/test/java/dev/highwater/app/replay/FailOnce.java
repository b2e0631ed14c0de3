package dev.highwater.app.replay;

import dev.highwater.engine.event.RawEvent;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/**
 * Lets some records pass, slows down until a checkpoint has been completed behind them, and fails
 * then, in the first attempt only.
 */
public final class FailOnce extends RichMapFunction<RawEvent, RawEvent>
    implements CheckpointListener {

  private static final long serialVersionUID = 1L;
  private static final long PAUSE_NANOS = 5_000_000;

  /** Functions travel as bytes: all of them count here. */
  private static final AtomicInteger FAILURES = new AtomicInteger();

  private final int afterRecords;
  private int records;
  private boolean isCheckpointed;

  /** Passes so many records before it fails. */
  public FailOnce(int afterRecords) {
    this.afterRecords = afterRecords;
  }

  /** How often it has failed since the last time. */
  public static int takeFailures() {
    return FAILURES.getAndSet(0);
  }

  @Override
  public RawEvent map(RawEvent event) {
    if (++records > afterRecords && getRuntimeContext().getTaskInfo().getAttemptNumber() == 0) {
      if (isCheckpointed) {
        FAILURES.incrementAndGet();
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
