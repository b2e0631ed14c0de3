package dev.highwater.flink;

import dev.highwater.engine.detect.RiskRecord;
import dev.highwater.engine.detect.RiskRouter;
import dev.highwater.engine.detect.RoutedGroup;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes risk events to the searches that correlate and gives the groups that they add to, stamped
 * with the time since when the event is known.
 *
 * <p>Operator state: the ledger. Side output: outcomes.
 */
final class RouteRisk extends CountingOperator<RoutedGroup>
    implements OneInputStreamOperator<RiskRecord, RoutedGroup> {

  private static final long serialVersionUID = 1L;

  private final JobContent content;
  private transient @Nullable RiskRouter router;
  private transient Consumer<RoutedGroup> groups = this::emit;

  RouteRisk(JobContent content) {
    this.content = content;
  }

  @Override
  public void open() throws Exception {
    super.open();
    groups = this::emit;
    router = new RiskRouter(content.detections(getRuntimeContext()), ledger());
  }

  @Override
  public void processElement(StreamRecord<RiskRecord> element) {
    Objects.requireNonNull(router).route(element.getValue(), groups);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    Objects.requireNonNull(router).seed(mark.getTimestamp(), groups);
    super.processWatermark(mark);
  }

  private void emit(RoutedGroup group) {
    output.collect(new StreamRecord<>(group, group.timestampMillis()));
  }

  @Override
  protected void settle() {
    Objects.requireNonNull(router).settle();
  }
}
