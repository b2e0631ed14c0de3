package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.GrowingSearch;
import dev.highwater.engine.detect.PartialAggregation;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.detect.RunningDetection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Merges groups before the shuffle, but for those that may be late, make an early finding, or are
 * of one risk event. Stateless: what it holds is given away before each watermark, each checkpoint
 * barrier and the end of the input.
 */
final class AggregateSlices extends AbstractStreamOperator<RoutedGroup>
    implements OneInputStreamOperator<RoutedGroup, RoutedGroup>, BoundedOneInput {

  private static final long serialVersionUID = 1L;

  /** Groups held at most. */
  private static final int CAPACITY = 4096;

  private final JobContent content;
  private final boolean isEager;
  private transient @Nullable PartialAggregation pending;
  private transient Set<String> growing = Set.of();

  /**
   * @param isEager whether groups that make a finding sure do not wait
   */
  AggregateSlices(JobContent content, boolean isEager) {
    this.content = content;
    this.isEager = isEager;
  }

  @Override
  public void open() throws Exception {
    super.open();
    DetectionSet detections = content.detections(getRuntimeContext());
    pending = new PartialAggregation(detections, CAPACITY);
    growing =
        isEager
            ? detections.detections().stream()
                .filter(GrowingSearch::isIn)
                .map(RunningDetection::id)
                .collect(Collectors.toSet())
            : Set.of();
  }

  @Override
  public void processElement(StreamRecord<RoutedGroup> element) {
    RoutedGroup group = element.getValue();
    if (travelsAlone(group)) {
      output.collect(element);
    } else {
      Objects.requireNonNull(pending).add(group, this::emit);
    }
  }

  /** What takes away an event must not pass by what adds it, nor what adds it again by that. */
  private boolean travelsAlone(RoutedGroup group) {
    return group.isSeed()
        || group.position() != null
        || group.contribution().isOfOneEvent()
        || growing.contains(group.detection());
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
