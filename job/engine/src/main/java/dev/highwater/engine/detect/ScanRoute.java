package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.ListedFields;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.schedule.WindowCursor;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From the events of a route to one scan of one detection: its filter, its windows, its keys. */
final class ScanRoute {

  private final RunningDetection detection;
  private final ScanPlan scan;
  private final RowPredicate head;
  private final boolean isImpossible;
  private final BitSet literals;
  private final RunContext beforeRun;
  private final WindowCursor cursor;
  private final List<Integer> partitionKey;
  private long matched;

  /**
   * @param head the filter, without what is known of the source
   * @param isImpossible no event of the source can pass the filter
   * @param literals ids of the literals one of which an event must hold; empty when it need not
   * @param beforeRun for expressions over events
   */
  ScanRoute(
      RunningDetection detection,
      ScanPlan scan,
      RowPredicate head,
      boolean isImpossible,
      BitSet literals,
      RunContext beforeRun) {
    this.detection = detection;
    this.scan = scan;
    this.head = head;
    this.isImpossible = isImpossible;
    this.literals = literals;
    this.beforeRun = beforeRun;
    this.partitionKey = detection.partitionKey(scan);
    this.cursor = new WindowCursor(detection.scanSchedules().get(scan.id()));
  }

  WindowCursor cursor() {
    return cursor;
  }

  boolean isCandidate(BitSet hits) {
    return !isImpossible && (literals.isEmpty() || literals.intersects(hits));
  }

  void route(ListedFields fields, long timeMillis, Consumer<RoutedGroup> groups) {
    if (!head.matches(fields)) {
      return;
    }
    matched++;
    if (cursor.windowsContaining(timeMillis).isEmpty()) {
      return;
    }
    long slice = cursor.sliceOf(timeMillis).startMillis();
    List<@Nullable FieldValue> partials = scan.form().partialsOf(fields, beforeRun);
    scan.form()
        .keysOf(
            fields,
            key ->
                groups.accept(
                    new RoutedGroup(
                        detection.id(),
                        detection.scope(),
                        scan.id(),
                        partitionKey,
                        timeMillis,
                        slice,
                        key,
                        partials)));
  }

  /** Counts go to the detection by its first scan. */
  void settle(long seen, long entered, Ledger ledger) {
    if (scan.id() == 0) {
      ledger.add(detection.id(), Counter.SEEN, seen);
      ledger.add(detection.id(), Counter.ENTERED, entered);
      ledger.add(detection.id(), Counter.MATCHED, matched);
    }
    matched = 0;
  }
}
