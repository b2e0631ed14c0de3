package dev.highwater.flink;

import dev.highwater.engine.detect.PartialAggregation;
import dev.highwater.engine.detect.RoutedGroup;
import java.util.Objects;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Merges groups before the shuffle, but for those that may be late. Stateless: what it holds is
 * given away before each watermark, each checkpoint barrier and the end of the input.
 */
final class AggregateSlices extends AbstractStreamOperator<RoutedGroup>
    implements OneInputStreamOperator<RoutedGroup, RoutedGroup>, BoundedOneInput {

  private static final long serialVersionUID = 1L;

  /** Groups held at most. */
  private static final int CAPACITY = 4096;

  private final JobContent content;
  private transient @Nullable PartialAggregation pending;

  AggregateSlices(JobContent content) {
    this.content = content;
  }

  @Override
  public void open() throws Exception {
    super.open();
    pending = new PartialAggregation(content.detections(getRuntimeContext()), CAPACITY);
  }

  @Override
  public void processElement(StreamRecord<RoutedGroup> element) {
    if (element.getValue().isSeed() || element.getValue().position() != null) {
      output.collect(element);
    } else {
      Objects.requireNonNull(pending).add(element.getValue(), this::emit);
    }
  }

  private void emit(RoutedGroup group) {
    output.collect(new StreamRecord<>(group, group.timestampMillis()));
  }

  private void flush() {
    Objects.requireNonNull(pending).flush(this::emit);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    flush();
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    flush();
  }

  @Override
  public void endInput() {
    flush();
  }
}
