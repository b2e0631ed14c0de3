package dev.highwater.engine.detect;

import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.ListedFields;
import dev.highwater.engine.event.Measurements;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.match.LiteralSet;
import dev.highwater.engine.optimize.LiteralTracing;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * From the records of one source, as members of a dataset or as they are, on to the scans that read
 * them.
 */
final class EventRoute {

  private final RowPredicate membership;
  private final Fields event;
  private final ListedFields fields;
  private final @Nullable Measurements measurements;
  private final List<ScanRoute> scans = new ArrayList<>();
  private final @Nullable LiteralSet literals;
  private final HeadCosts costs;
  private final BitSet hits = new BitSet();
  private final Faults faults;
  private long entered;

  /**
   * @param membership which records go this way
   * @param event the fields that membership looks at
   * @param fields the fields that the scans look at; with {@link Measurements} an event stands for
   *     as many rows as it has measurements
   * @param origins where those come from
   * @param beforeRun for expressions over events
   * @param faults takes what a scan cannot look at
   * @param costs told of each event that the scans look at
   */
  EventRoute(
      RowPredicate membership,
      Fields event,
      ListedFields fields,
      LiteralTracing.Origins origins,
      RunContext beforeRun,
      List<ScanReader> readers,
      Faults faults,
      HeadCosts costs) {
    this.faults = faults;
    this.membership = membership;
    this.event = event;
    this.fields = fields;
    this.costs = costs;
    this.measurements = fields instanceof Measurements measured ? measured : null;
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (ScanReader reader : readers) {
      RawLiterals wanted = RawLiterals.of(reader.scan().prefilter(), origins);
      scans.add(new ScanRoute(reader, wanted.isImpossible(), ids(wanted.anyOf(), ids), beforeRun));
    }
    this.literals = ids.isEmpty() ? null : new LiteralSet(List.copyOf(ids.keySet()));
  }

  private static BitSet ids(Set<String> literals, Map<String, Integer> ids) {
    BitSet wanted = new BitSet();
    for (String literal : literals) {
      wanted.set(ids.computeIfAbsent(literal, key -> ids.size()));
    }
    return wanted;
  }

  List<ScanRoute> scans() {
    return scans;
  }

  void route(RawEvent raw, long timeMillis, long clockMillis, Consumer<RoutedGroup> groups) {
    if (!membership.matches(event)) {
      return;
    }
    int rows = measurements == null ? 1 : measurements.read();
    if (rows == 0) {
      return;
    }
    entered++;
    hits.clear();
    boolean mayHoldAnything = !raw.indexed().isEmpty(); // such a field need not stand in the text
    if (literals != null && !mayHoldAnything) {
      literals.scan(raw.bytes(), raw.start(), raw.end(), hits);
    }
    for (int i = 0; i < scans.size(); i++) {
      ScanRoute scan = scans.get(i);
      if ((mayHoldAnything || scan.isCandidate(hits)) && !isHeld(scan)) {
        long begin = costs.begin();
        try {
          if (passes(scan, rows, raw, timeMillis, clockMillis, groups)) {
            scan.countMatch();
          }
        } catch (RuntimeException e) { // a detection that fails does not stop the others
          faults.ofEvent(scan.detection(), raw, e);
        }
        costs.end(scan.detection().id(), begin);
      }
    }
  }

  private boolean isHeld(ScanRoute scan) {
    return faults.isAnyHeld() && faults.isHeld(scan.detection());
  }

  /** Whether one of the rows that the event stands for passed the filter of the scan. */
  private boolean passes(
      ScanRoute scan,
      int rows,
      RawEvent raw,
      long timeMillis,
      long clockMillis,
      Consumer<RoutedGroup> groups) {
    if (measurements == null) {
      return scan.route(fields, raw, timeMillis, clockMillis, groups);
    }
    boolean isMatch = false;
    for (int i = 0; i < rows; i++) {
      measurements.turnTo(i);
      isMatch |= scan.route(measurements, raw, timeMillis, clockMillis, groups);
    }
    return isMatch;
  }

  void settle(long seen, Ledger ledger) {
    for (ScanRoute scan : scans) {
      scan.settle(seen, entered, ledger);
    }
    entered = 0;
  }
}
