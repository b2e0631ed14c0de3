package dev.highwater.flink;

import dev.highwater.engine.detect.Faults;
import dev.highwater.engine.detect.RiskRecord;
import dev.highwater.engine.detect.RiskRouter;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.flink.type.Carried;
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
final class RouteRisk extends CountingOperator<Carried<RoutedGroup>>
    implements OneInputStreamOperator<Carried<RiskRecord>, Carried<RoutedGroup>> {

  private static final long serialVersionUID = 1L;

  private static final long MINUTE_MILLIS = 60_000;

  private transient long seededMinute;
  private final int mostFaults;
  private transient @Nullable Faults faults;
  private transient @Nullable RiskRouter router;
  private transient Consumer<RoutedGroup> groups = this::emit;

  /**
   * @param mostFaults how often a detection may fail before it is not tried any more
   */
  RouteRisk(JobContent content, int mostFaults) {
    super(content);
    this.mostFaults = mostFaults;
  }

  @Override
  public void open() throws Exception {
    super.open();
    groups = this::emit;
    seededMinute = Long.MIN_VALUE;
    faults = new Faults(ledger(), mostFaults, this::give);
    router = new RiskRouter(detections(), ledger(), faults, costs().heads());
  }

  @Override
  public void processElement(StreamRecord<Carried<RiskRecord>> element) {
    if (element.getValue() instanceof Carried.Value<RiskRecord> value) {
      Objects.requireNonNull(router).route(value.value(), groups);
    } else if (element.getValue() instanceof Carried.Change<RiskRecord> change
        && take(change.change())) {
      settle();
      router =
          new RiskRouter(detections(), ledger(), Objects.requireNonNull(faults), costs().heads());
      output.collect(new StreamRecord<>(new Carried.Change<>("", change.change())));
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    long minute = Math.floorDiv(mark.getTimestamp(), MINUTE_MILLIS);
    if (minute > seededMinute) { // runs are of whole minutes
      seededMinute = minute;
      Objects.requireNonNull(router).seed(mark.getTimestamp(), groups);
    }
    super.processWatermark(mark);
  }

  private void emit(RoutedGroup group) {
    // Sorted by time, a seed comes before all events: runs are planned from the first on.
    output.collect(
        new StreamRecord<>(
            Carried.of(group), group.isSeed() ? Long.MIN_VALUE : group.timestampMillis()));
  }

  @Override
  protected void settle() {
    Objects.requireNonNull(router).settle();
  }
}
