package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.Grouping;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.schedule.WindowCursor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From the members of a dataset to one detection: its filter, its windows, its groups. */
final class ScanRoute {

  private final RunningDetection detection;
  private final boolean isImpossible;
  private final BitSet literals;
  private final WindowCursor cursor;
  private long matched;

  /**
   * @param isImpossible no event of the source can pass the filter
   * @param literals ids of the literals one of which an event must hold; empty when it need not
   */
  ScanRoute(RunningDetection detection, boolean isImpossible, BitSet literals) {
    this.detection = detection;
    this.isImpossible = isImpossible;
    this.literals = literals;
    this.cursor = new WindowCursor(detection.schedule());
  }

  RunningDetection detection() {
    return detection;
  }

  boolean isCandidate(BitSet hits) {
    return !isImpossible && (literals.isEmpty() || literals.intersects(hits));
  }

  void route(Fields fields, long timeMillis, Consumer<RoutedGroup> groups) {
    if (!detection.plan().head().matches(fields)) {
      return;
    }
    matched++;
    if (cursor.windowsContaining(timeMillis).isEmpty()) {
      return;
    }
    long slice = cursor.sliceOf(timeMillis).startMillis();
    Grouping grouping = detection.plan().grouping();
    List<@Nullable FieldValue> partials = partials(grouping, fields);
    grouping.keysOf(
        fields,
        key ->
            groups.accept(
                new RoutedGroup(
                    detection.id(),
                    detection.plan().partition(),
                    timeMillis,
                    slice,
                    key,
                    partials)));
  }

  private static List<@Nullable FieldValue> partials(Grouping grouping, Fields fields) {
    List<@Nullable FieldValue> partials = new ArrayList<>();
    for (AggregateCall call : grouping.calls()) {
      Accumulator accumulator = call.start();
      accumulator.add(call.valueOf(fields, RunContext.BEFORE_RUN), fields);
      partials.add(accumulator.partial());
    }
    return partials;
  }

  void settle(long seen, long entered, Ledger ledger) {
    ledger.add(detection.id(), Counter.SEEN, seen);
    ledger.add(detection.id(), Counter.ENTERED, entered);
    ledger.add(detection.id(), Counter.MATCHED, matched);
    matched = 0;
  }
}
