package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionRouter;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.RawEvent;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes events to the detections that want them and gives the groups that they add to, stamped with
 * the event's time.
 *
 * <p>Operator state: the ledger; the watermark, as a union, so that after a restore what may be
 * late is known as such. Side output: outcomes.
 */
final class RouteDetections extends CountingOperator<RoutedGroup>
    implements OneInputStreamOperator<RawEvent, RoutedGroup> {

  private static final long serialVersionUID = 1L;
  private static final long MINUTE_MILLIS = 60_000;

  private transient @Nullable DetectionRouter router;
  private transient @Nullable RestoredTime restored;
  private transient long watermark;
  private transient long seededMinute;

  /** One for all events: most of them give nothing. */
  private transient Consumer<RoutedGroup> groups = this::emit;

  RouteDetections(JobContent content) {
    super(content);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    RestoredTime time = RestoredTime.of(context, "watermark");
    restored = time;
    watermark = time.restoredMillis();
    seededMinute = Long.MIN_VALUE;
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    Objects.requireNonNull(restored).store(watermark);
  }

  @Override
  public void open() throws Exception {
    super.open();
    groups = this::emit;
    router =
        new DetectionRouter(content.detections(getRuntimeContext()), ledger(), costs().heads());
  }

  @Override
  public void processElement(StreamRecord<RawEvent> element) {
    Objects.requireNonNull(router)
        .route(element.getValue(), element.getTimestamp(), watermark, groups);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    long minute = Math.floorDiv(mark.getTimestamp(), MINUTE_MILLIS);
    if (minute > seededMinute) { // runs are of whole minutes
      seededMinute = minute;
      Objects.requireNonNull(router).seed(mark.getTimestamp(), groups);
    }
    watermark = Math.max(watermark, mark.getTimestamp());
    super.processWatermark(mark);
  }

  private void emit(RoutedGroup group) {
    // Sorted by time, a seed comes before all events: runs are planned from the first on.
    output.collect(new StreamRecord<>(group, group.isSeed() ? Long.MIN_VALUE : group.timeMillis()));
  }

  @Override
  protected void settle() {
    Objects.requireNonNull(router).settle();
  }
}
