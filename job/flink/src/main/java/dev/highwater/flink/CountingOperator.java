package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.flink.type.ContentChange;
import dev.highwater.flink.type.EngineType;
import dev.highwater.flink.type.LedgerSerializer;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * An operator that counts. The counts are in operator state, since a restore resets Flink's own
 * accumulators; metrics show them.
 *
 * <p>Operator state: the ledger. Side output: {@link #OUTCOMES}; the ledger goes there at the end
 * of the input.
 */
abstract class CountingOperator<T> extends AbstractStreamOperator<T> implements BoundedOneInput {

  private static final long serialVersionUID = 1L;

  /** What goes to the sinks. */
  static final OutputTag<Outcome> OUTCOMES = new OutputTag<>("outcomes", EngineType.OUTCOME);

  private static final long SHOW_MILLIS = 5_000;

  private final JobContent shipped;
  private transient @Nullable ContentInForce content;
  private transient @Nullable LedgerMetrics gauges;
  private transient @Nullable Ledger ledger;
  private transient @Nullable MeasuredCosts costs;
  private transient @Nullable ListState<Ledger> stored;

  CountingOperator(JobContent content) {
    this.shipped = content;
  }

  /** What the job was shipped with. */
  final JobContent shipped() {
    return shipped;
  }

  /** What runs here. */
  final ContentInForce content() {
    ContentInForce current = content;
    if (current == null) {
      current = new ContentInForce(shipped, getRuntimeContext());
      content = current;
    }
    return current;
  }

  /** The detections that run here, compiled. */
  final DetectionSet detections() {
    return content().detections();
  }

  /** Whether a change of content is new here; the detections then are those of it. */
  final boolean take(ContentChange change) {
    boolean isNew = content().take(change);
    if (isNew && gauges != null) {
      gauges.name(detections());
    }
    return isNew;
  }

  /** What is counted here. */
  final Ledger ledger() {
    Ledger current = ledger;
    if (current == null) {
      current = new Ledger();
      ledger = current;
    }
    return current;
  }

  /** What detections cost here. */
  final MeasuredCosts costs() {
    MeasuredCosts current = costs;
    if (current == null) {
      current = new MeasuredCosts();
      costs = current;
    }
    return current;
  }

  /** Called before the ledger is stored, sent or shown: the place to bring it up to date. */
  protected void settle() {}

  final void give(Outcome outcome, long timestampMillis) {
    output.collect(OUTCOMES, new StreamRecord<>(outcome, timestampMillis));
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    ListState<Ledger> state =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("ledger", new LedgerSerializer()));
    for (Ledger part : state.get()) {
      ledger().addAll(part);
    }
    stored = state;
  }

  @Override
  public void open() throws Exception {
    super.open();
    LedgerMetrics shown = new LedgerMetrics(getMetricGroup(), detections());
    shown.show(ledger());
    gauges = shown;
    showLater();
  }

  private void showLater() {
    ProcessingTimeService time = getProcessingTimeService();
    var unused =
        time.registerTimer(time.getCurrentProcessingTime() + SHOW_MILLIS, at -> showAgain());
  }

  private void showAgain() {
    show();
    showLater();
  }

  private void show() {
    settle();
    if (gauges != null) {
      gauges.show(ledger());
      gauges.show(costs().ledger());
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    settle();
    if (stored != null) {
      stored.update(List.of(ledger()));
    }
  }

  @Override
  public void endInput() throws Exception {
    show();
    if (!ledger().isEmpty()) {
      give(new Outcome.Counted(ledger()), Long.MAX_VALUE);
      ledger = new Ledger();
    }
  }
}
