package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.GrowingSearch;
import dev.highwater.engine.detect.PartialAggregation;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.detect.RunningDetection;
import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.ContentChange;
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
final class AggregateSlices extends AbstractStreamOperator<Carried<RoutedGroup>>
    implements OneInputStreamOperator<Carried<RoutedGroup>, Carried<RoutedGroup>>, BoundedOneInput {

  private static final long serialVersionUID = 1L;

  /** Groups held at most. */
  private static final int CAPACITY = 4096;

  private final JobContent content;
  private final boolean isEager;
  private final int receivers;
  private transient @Nullable ContentInForce inForce;
  private transient @Nullable PartialAggregation pending;
  private transient Set<String> growing = Set.of();

  /**
   * @param isEager whether groups that make a finding sure do not wait
   * @param receivers how many subtasks run searches
   */
  AggregateSlices(JobContent content, boolean isEager, int receivers) {
    this.content = content;
    this.receivers = receivers;
    this.isEager = isEager;
  }

  @Override
  public void open() throws Exception {
    super.open();
    ContentInForce current = new ContentInForce(content, getRuntimeContext());
    inForce = current;
    follow(current.detections());
  }

  private void follow(DetectionSet detections) {
    pending = new PartialAggregation(detections, CAPACITY);
    growing =
        isEager
            ? detections.detections().stream()
                .filter(GrowingSearch::isIn)
                .map(RunningDetection::key)
                .collect(Collectors.toSet())
            : Set.of();
  }

  @Override
  public void processElement(StreamRecord<Carried<RoutedGroup>> element) {
    if (element.getValue() instanceof Carried.Change<RoutedGroup> change) {
      take(change.change());
    } else if (element.getValue() instanceof Carried.Value<RoutedGroup> value) {
      if (travelsAlone(value.value())) {
        output.collect(element);
      } else {
        Objects.requireNonNull(pending).add(value.value(), this::emit);
      }
    }
  }

  /** Word of other content goes to all who run searches, behind all that is of what was before. */
  private void take(ContentChange change) {
    ContentInForce current = Objects.requireNonNull(inForce);
    if (current.take(change)) {
      flush();
      follow(current.detections());
      int groups = getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks();
      for (String receiver : SubtaskKeys.of(receivers, groups)) {
        output.collect(new StreamRecord<>(new Carried.Change<>(receiver, change)));
      }
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
    output.collect(new StreamRecord<>(Carried.of(group), group.timestampMillis()));
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
