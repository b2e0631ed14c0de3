package dev.highwater.engine.detect;

import dev.highwater.engine.addon.EventFields;
import dev.highwater.engine.addon.KnowledgeExpander;
import dev.highwater.engine.cim.Dataset;
import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.schedule.WindowCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ways of the records of one source: which datasets they may enter and which detections read
 * those.
 */
final class SourceRoutes {

  private final EventFields fields;
  private final List<DatasetRoute> datasets = new ArrayList<>();
  private final List<WindowCursor> schedules;
  private long read;
  private long outside;
  private long firstTime = Long.MAX_VALUE;
  private long lastTime = Long.MIN_VALUE;

  SourceRoutes(DetectionSet detections, EventOrigin origin) {
    Knowledge knowledge = detections.knowledge();
    this.fields = knowledge.addOns().fieldsOf(origin);
    Map<Dataset, List<RunningDetection>> readers = new LinkedHashMap<>();
    for (RunningDetection detection : detections.detections()) {
      Scan.OfDataset scan = detection.plan().scan();
      Dataset dataset = knowledge.dataModels().dataset(scan.model(), scan.dataset());
      if (dataset != null) {
        readers.computeIfAbsent(dataset, key -> new ArrayList<>()).add(detection);
      }
    }
    readers.forEach(
        (dataset, all) -> {
          RowPredicate membership = membership(dataset, knowledge, origin);
          if (membership != RowPredicate.NEVER) {
            datasets.add(new DatasetRoute(dataset, membership, fields, all));
          }
        });
    this.schedules = schedules();
  }

  /** Which events of a source belong to a dataset; {@link RowPredicate#NEVER} when none can. */
  static RowPredicate membership(Dataset dataset, Knowledge knowledge, EventOrigin origin) {
    return SearchExpressionCompiler.compile(
        new KnowledgeExpander(knowledge.addOns()).expand(dataset.constraint()),
        name -> known(origin, name));
  }

  private static @Nullable FieldValue known(EventOrigin origin, String name) {
    return switch (name) {
      case "host" -> FieldValue.of(origin.host());
      case "source" -> FieldValue.of(origin.source());
      case "sourcetype" -> FieldValue.of(origin.sourcetype());
      case "index" -> FieldValue.of(origin.index());
      default -> null;
    };
  }

  private List<WindowCursor> schedules() {
    Map<String, WindowCursor> distinct = new LinkedHashMap<>();
    for (DatasetRoute dataset : datasets) {
      for (ScanRoute scan : dataset.scans()) {
        distinct.putIfAbsent(
            scan.detection().item().schedule().toString(),
            new WindowCursor(scan.detection().schedule()));
      }
    }
    return List.copyOf(distinct.values());
  }

  void route(RawEvent raw, long timeMillis, Consumer<RoutedGroup> groups) {
    read++;
    firstTime = Math.min(firstTime, timeMillis);
    lastTime = Math.max(lastTime, timeMillis);
    if (isOutside(timeMillis)) {
      outside++;
    }
    if (!datasets.isEmpty()) {
      fields.moveTo(raw, timeMillis);
      for (int i = 0; i < datasets.size(); i++) {
        datasets.get(i).route(raw, timeMillis, groups);
      }
    }
  }

  private boolean isOutside(long timeMillis) {
    for (int i = 0; i < schedules.size(); i++) {
      if (!schedules.get(i).windowsContaining(timeMillis).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Adds what was counted since the last time. */
  void settle(Ledger ledger) {
    if (read > 0) {
      ledger.add(Ledger.INPUT, Counter.OUTSIDE, outside);
      ledger.add(Ledger.INPUT, Counter.FIRST_TIME, firstTime);
      ledger.add(Ledger.INPUT, Counter.LAST_TIME, lastTime);
      datasets.forEach(dataset -> dataset.settle(read, ledger));
    }
    read = 0;
    outside = 0;
  }
}
