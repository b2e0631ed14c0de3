package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.ListedFields;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.schedule.WindowCursor;
import java.time.ZoneId;
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
  private final @Nullable StreamingHead stream;
  private final WindowCursor cursor;
  private final List<Integer> partitionKey;
  private final ToldScans told;
  private final boolean keepsEvents;
  private long matched;

  /**
   * @param isImpossible no event of the source can pass the filter
   * @param literals ids of the literals one of which an event must hold; empty when it need not
   * @param beforeRun for expressions over events
   */
  ScanRoute(ScanReader reader, boolean isImpossible, BitSet literals, RunContext beforeRun) {
    this.detection = reader.detection();
    this.scan = reader.scan();
    this.head = reader.head();
    this.told = reader.told();
    this.isImpossible = isImpossible;
    this.literals = literals;
    this.beforeRun =
        RunContext.beforeRun(beforeRun.resources(), ZoneId.of(detection.item().schedule().zone()));
    this.stream = scan.head().isEmpty() ? null : new StreamingHead(scan, this.beforeRun);
    this.partitionKey = detection.partitionKey(scan);
    this.keepsEvents = detection.keepsEvents();
    this.cursor = new WindowCursor(detection.scanSchedules().get(scan.id()));
  }

  RunningDetection detection() {
    return detection;
  }

  WindowCursor cursor() {
    return cursor;
  }

  boolean isCandidate(BitSet hits) {
    return !isImpossible && (literals.isEmpty() || literals.intersects(hits));
  }

  /**
   * Gives the groups that a row of an event adds to, and says whether the filter let it pass. Makes
   * no object for one that does not.
   *
   * @param clockMillis how far the stream had come before the record
   */
  boolean route(
      ListedFields fields,
      RawEvent raw,
      long timeMillis,
      long clockMillis,
      Consumer<RoutedGroup> groups) {
    if (!head.matches(fields)) {
      return false;
    }
    if (!cursor.isSearched(timeMillis)) {
      return true;
    }
    // No run has fired before its scheduled time; whether one has is seen where it is done.
    boolean mayBeLate = cursor.firstRun(timeMillis) <= clockMillis;
    EventPosition position = mayBeLate || keepsEvents ? EventPosition.of(raw) : null;
    RawEvent late = mayBeLate ? raw : null;
    if (stream == null) {
      keep(fields, timeMillis, position, late, groups);
    } else {
      for (Row row : stream.rowsOf(fields)) {
        keep(row, timeMillis, position, late, groups);
      }
    }
    return true;
  }

  private void keep(
      ListedFields row,
      long timeMillis,
      @Nullable EventPosition position,
      @Nullable RawEvent late,
      Consumer<RoutedGroup> groups) {
    long slice = cursor.sliceOf(timeMillis).startMillis();
    List<@Nullable FieldValue> partials = scan.form().partialsOf(row, beforeRun);
    if (keepsEvents && position != null) {
      partials.add(FirstEvents.of(position));
    }
    scan.form()
        .keysOf(
            row,
            key ->
                groups.accept(
                    new RoutedGroup(
                        detection.key(),
                        detection.scope(),
                        scan.id(),
                        partitionKey,
                        timeMillis,
                        slice,
                        key,
                        partials,
                        late == null ? null : position,
                        late == null ? List.of() : told.before(late, scan.id()),
                        Contribution.NONE)));
  }

  /** An event passed the filter. */
  void countMatch() {
    matched++;
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
