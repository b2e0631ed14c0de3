package dev.highwater.flink;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionRuns;
import dev.highwater.engine.detect.HeadCosts;
import dev.highwater.engine.detect.Ledger;
import java.util.function.Supplier;
import org.apache.flink.util.clock.SystemClock;

/**
 * What detections cost in a subtask, for metrics alone: from the start or the last restore on, as
 * time that passes here is no part of what is computed.
 */
final class MeasuredCosts {

  private final Ledger ledger = new Ledger();
  private final HeadCosts heads =
      HeadCosts.measured(SystemClock.getInstance()::relativeTimeNanos, ledger);

  /** All that was measured, by detection. */
  Ledger ledger() {
    return ledger;
  }

  HeadCosts heads() {
    return heads;
  }

  /** A run of a detection, or a part of one. */
  <T> T ofRun(DetectionRuns runs, Supplier<T> run) {
    long begin = SystemClock.getInstance().relativeTimeNanos();
    try {
      return run.get();
    } finally {
      long end = SystemClock.getInstance().relativeTimeNanos();
      ledger.add(runs.detection().id(), Counter.RUN_NANOS, end - begin);
    }
  }
}
