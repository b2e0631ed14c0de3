package dev.highwater.engine.detect;

import dev.highwater.engine.addon.EventFields;
import dev.highwater.engine.cim.Dataset;
import dev.highwater.engine.cim.DatasetFields;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.match.LiteralSet;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From the records of one source into one dataset and on to the detections that read it. */
final class DatasetRoute {

  private final RowPredicate membership;
  private final EventFields event;
  private final DatasetFields fields;
  private final List<ScanRoute> scans = new ArrayList<>();
  private final @Nullable LiteralSet literals;
  private final BitSet hits = new BitSet();
  private long entered;

  DatasetRoute(
      Dataset dataset, RowPredicate membership, EventFields event, List<RunningDetection> readers) {
    this.membership = membership;
    this.event = event;
    this.fields =
        new DatasetFields(dataset, event, new RunContext(0, 0, Long.MAX_VALUE, ZoneOffset.UTC));
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (RunningDetection reader : readers) {
      RawLiterals wanted = RawLiterals.of(reader.plan().prefilter(), dataset, event.rules());
      scans.add(new ScanRoute(reader, wanted.isImpossible(), ids(wanted.anyOf(), ids)));
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

  void route(RawEvent raw, long timeMillis, Consumer<RoutedGroup> groups) {
    if (!membership.matches(event)) {
      return;
    }
    entered++;
    hits.clear();
    if (literals != null) {
      literals.scan(raw.bytes(), raw.start(), raw.end(), hits);
    }
    for (int i = 0; i < scans.size(); i++) {
      ScanRoute scan = scans.get(i);
      if (scan.isCandidate(hits)) {
        scan.route(fields, timeMillis, groups);
      }
    }
  }

  void settle(long seen, Ledger ledger) {
    for (ScanRoute scan : scans) {
      scan.settle(seen, entered, ledger);
    }
    entered = 0;
  }
}
