package dev.highwater.engine.detect;

import dev.highwater.engine.addon.EventFields;
import dev.highwater.engine.addon.KnowledgeExpander;
import dev.highwater.engine.addon.SourceRules;
import dev.highwater.engine.cim.Dataset;
import dev.highwater.engine.cim.DatasetFields;
import dev.highwater.engine.cim.Membership;
import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Measurements;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.optimize.LiteralTracing;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.schedule.WindowCursor;
import dev.highwater.engine.spl.SearchExpression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The ways of the records of one source: which scans of which detections may want them. */
final class SourceRoutes {

  private final Knowledge knowledge;
  private final SearchPass pass;
  private final EventOrigin origin;
  private final EventFields fields;
  private final RunContext beforeRun;
  private final Membership membership;
  private final HeadCosts costs;
  private final List<EventRoute> routes = new ArrayList<>();
  private final List<WindowCursor> schedules;
  private final Faults faults;
  private long read;
  private long outside;
  private long firstTime = Long.MAX_VALUE;
  private long lastTime = Long.MIN_VALUE;

  SourceRoutes(
      DetectionSet detections,
      SearchPass pass,
      EventOrigin origin,
      Faults faults,
      HeadCosts costs) {
    this.faults = faults;
    this.pass = pass;
    this.costs = costs;
    this.knowledge = detections.knowledge();
    this.origin = detections.knowledge().addOns().searchOrigin(origin);
    this.fields = knowledge.addOns().fieldsOf(origin);
    this.beforeRun = RunContext.beforeRun(fields.limits());
    this.membership =
        new Membership(fields, beforeRun, constraint -> here(constraint, knowledge, origin));
    addRoutes(
        detections.detections(pass).stream()
            .filter(detection -> detection.item().sees(origin.input()))
            .toList());
    this.schedules = schedules(secondPass(detections, pass, origin));
  }

  /** The searches that read the records of a source as risk events, once they have come so far. */
  private static List<RunningDetection> secondPass(
      DetectionSet detections, SearchPass pass, EventOrigin origin) {
    return pass == SearchPass.EVENTS && origin.index().equals(SearchPass.RISK_INDEX)
        ? detections.detections(SearchPass.RISK)
        : List.of();
  }

  private void addRoutes(List<RunningDetection> detections) {
    Map<Dataset, List<ScanReader>> ofDatasets = new LinkedHashMap<>();
    Map<Boolean, List<ScanReader>> others = new TreeMap<>();
    for (RunningDetection detection : detections) {
      ToldScans told = new ToldScans();
      for (ScanPlan scan : detection.plan().scans()) {
        if (scan.scan() instanceof Scan.OfDataset reading) {
          Dataset dataset = knowledge.dataModels().dataset(reading.model(), reading.dataset());
          if (dataset != null) {
            ofDatasets
                .computeIfAbsent(dataset, key -> new ArrayList<>())
                .add(new ScanReader(detection, scan, scan.stage().filter().beforeRun(), told));
          }
        } else {
          RowPredicate head = here(scan.stage().filter().weakened(), knowledge, origin);
          if (head != RowPredicate.NEVER) {
            others
                .computeIfAbsent(
                    scan.scan() instanceof Scan.OfMeasurements, key -> new ArrayList<>())
                .add(new ScanReader(detection, scan, head, told));
          }
        }
      }
    }
    ofDatasets.forEach(this::addRoute);
    others.forEach(this::addRoute);
  }

  private void addRoute(boolean isOfMeasurements, List<ScanReader> readers) {
    routes.add(
        new EventRoute(
            RowPredicate.ALWAYS,
            fields,
            isOfMeasurements ? new Measurements(fields) : fields,
            origins(readers.get(0).scan().scan(), fields.rules()),
            beforeRun,
            readers,
            faults,
            costs));
  }

  /** Where the fields come from that a scan of events or of measurements looks at. */
  static LiteralTracing.Origins origins(Scan scan, SourceRules rules) {
    return scan instanceof Scan.OfMeasurements
        ? (name, literal) -> ofMeasurement(name, literal, rules)
        : rules::literalsInRaw;
  }

  /** The name of a metric is a value of the event, or stands in the name of a field. */
  private static Optional<Set<String>> ofMeasurement(
      String name, String literal, SourceRules rules) {
    if (!name.equals(Measurements.NAME)) {
      return name.startsWith(Measurements.PREFIX)
          ? Optional.empty()
          : rules.literalsInRaw(name, literal);
    }
    Optional<Set<String>> own = rules.literalsInRaw(name, literal);
    Optional<Set<String>> named = rules.namesInRaw(Measurements.PREFIX, literal);
    if (own.isEmpty() || named.isEmpty()) {
      return Optional.empty();
    }
    Set<String> either = new TreeSet<>(own.get());
    either.addAll(named.get());
    return Optional.of(either);
  }

  private void addRoute(Dataset dataset, List<ScanReader> readers) {
    RowPredicate test = membership.of(dataset);
    if (test != RowPredicate.NEVER) {
      DatasetFields members = new DatasetFields(dataset, membership);
      routes.add(
          new EventRoute(
              test,
              fields,
              members,
              (name, literal) ->
                  dataset.literalsInRaw(name, literal, fields.rules()::literalsInRaw),
              beforeRun,
              readers,
              faults,
              costs));
    }
  }

  /** An expression over the events of a source: what is known of the source is decided. */
  static RowPredicate here(SearchExpression expression, Knowledge knowledge, EventOrigin origin) {
    return SearchExpressionCompiler.compile(
        new KnowledgeExpander(knowledge.addOns()).expand(expression), origin::field);
  }

  /**
   * What a record of the source must be in to be searched.
   *
   * @param others searches beyond those that have a route
   */
  private List<WindowCursor> schedules(List<RunningDetection> others) {
    Map<String, WindowCursor> distinct = new LinkedHashMap<>();
    for (RunningDetection other : others) {
      other
          .scanSchedules()
          .forEach(each -> distinct.putIfAbsent(each.toString(), new WindowCursor(each)));
    }
    for (EventRoute route : routes) {
      for (ScanRoute scan : route.scans()) {
        distinct.putIfAbsent(
            scan.cursor().schedule().toString(), new WindowCursor(scan.cursor().schedule()));
      }
    }
    return List.copyOf(distinct.values());
  }

  void route(RawEvent raw, long timeMillis, long clockMillis, Consumer<RoutedGroup> groups) {
    read++;
    firstTime = Math.min(firstTime, timeMillis);
    lastTime = Math.max(lastTime, timeMillis);
    if (isOutside(timeMillis)) {
      outside++;
    }
    if (!routes.isEmpty()) {
      fields.moveTo(raw, timeMillis);
      for (int i = 0; i < routes.size(); i++) {
        try {
          routes.get(i).route(raw, timeMillis, clockMillis, groups);
        } catch (RuntimeException e) { // of other datasets it may be a member
          faults.ofEvent(raw, e);
        }
      }
    }
  }

  /** Keeps no record, as many sources may have been read from. */
  void release() {
    fields.release();
  }

  private boolean isOutside(long timeMillis) {
    for (int i = 0; i < schedules.size(); i++) {
      if (schedules.get(i).isSearched(timeMillis)) {
        return false;
      }
    }
    return true;
  }

  /** Adds what was counted since the last time. */
  void settle(Ledger ledger) {
    if (read > 0) {
      ledger.add(pass.counted(), Counter.OUTSIDE, outside);
      ledger.add(pass.counted(), Counter.FIRST_TIME, firstTime);
      ledger.add(pass.counted(), Counter.LAST_TIME, lastTime);
      ledger.add(pass.counted(), Counter.GIVEN_UP, fields.limits().take());
      routes.forEach(route -> route.settle(read, ledger));
    }
    read = 0;
    outside = 0;
  }
}
