package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionRouter;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.RawEvent;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes events to the detections that want them and gives the groups that they add to, stamped with
 * the event's time.
 *
 * <p>Operator state: the ledger. Side output: outcomes.
 */
final class RouteDetections extends CountingOperator<RoutedGroup>
    implements OneInputStreamOperator<RawEvent, RoutedGroup> {

  private static final long serialVersionUID = 1L;

  private final JobContent content;
  private transient @Nullable DetectionRouter router;

  /** One for all events: most of them give nothing. */
  private transient Consumer<RoutedGroup> groups = this::emit;

  RouteDetections(JobContent content) {
    this.content = content;
  }

  @Override
  public void open() throws Exception {
    super.open();
    groups = this::emit;
    router = new DetectionRouter(content.detections(getRuntimeContext()), ledger());
  }

  @Override
  public void processElement(StreamRecord<RawEvent> element) {
    Objects.requireNonNull(router).route(element.getValue(), element.getTimestamp(), groups);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    Objects.requireNonNull(router).seed(mark.getTimestamp(), groups);
    super.processWatermark(mark);
  }

  private void emit(RoutedGroup group) {
    output.collect(new StreamRecord<>(group, group.timeMillis()));
  }

  @Override
  protected void settle() {
    Objects.requireNonNull(router).settle();
  }
}
