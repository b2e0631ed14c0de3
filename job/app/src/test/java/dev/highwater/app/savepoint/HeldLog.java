package dev.highwater.app.savepoint;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.util.Collector;

/**
 * Gives the lines of a log as records of two partitions in turn, one for each number that comes; at
 * a line it stands still, so that a savepoint holds exactly what came before.
 *
 * <p>Operator state: how many lines have been given.
 */
final class HeldLog extends RichFlatMapFunction<Long, RawEvent> implements CheckpointedFunction {

  private static final long serialVersionUID = 1L;
  private static final long PAUSE_NANOS = 2_000_000;

  /** Functions travel as bytes: all of them tell it here. */
  private static final AtomicInteger GIVEN = new AtomicInteger();

  private static final AtomicBoolean IS_LET_GO = new AtomicBoolean();

  private final String[] lines;
  private final int heldAt;
  private transient ListState<Integer> state;
  private transient int given;

  /**
   * @param heldAt how many lines it gives at most
   */
  @SuppressWarnings("NullAway.Init") // Flink initializes the state before the first record
  HeldLog(List<String> lines, int heldAt) {
    this.lines = lines.toArray(String[]::new);
    this.heldAt = heldAt;
  }

  /** The partitions of the log. */
  static List<String> partitions() {
    return List.of("log-0", "log-1");
  }

  /** Before a job begins. */
  static void reset() {
    GIVEN.set(0);
    IS_LET_GO.set(false);
  }

  /** Lets a job that stands still go on. */
  static void goOn() {
    IS_LET_GO.set(true);
  }

  /** Waits until so many lines have been given, or the time is over. */
  static boolean awaitGiven(int lines, long nanos) {
    long end = System.nanoTime() + nanos;
    while (GIVEN.get() < lines && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return GIVEN.get() >= lines;
  }

  @Override
  public void flatMap(Long number, Collector<RawEvent> out) {
    if (given == lines.length) {
      return;
    }
    if (given == heldAt && !IS_LET_GO.get()) {
      LockSupport.parkNanos(PAUSE_NANOS);
      return;
    }
    String partition = partitions().get(given % 2);
    EventOrigin origin = new EventOrigin(partition, "h", "trial.log", "trial", "main");
    out.collect(RawEvent.of(origin, given / 2, lines[given]));
    given++;
    GIVEN.set(given);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    state =
        context.getOperatorStateStore().getListState(new ListStateDescriptor<>("given", Types.INT));
    for (int before : state.get()) {
      given = before;
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    state.update(List.of(given));
  }
}
