package dev.highwater.engine.spec;

import dev.highwater.engine.cim.DataModels;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SourceStage;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.TimeBounds;
import dev.highwater.engine.run.SearchRun;
import dev.highwater.engine.time.RelativeTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of the stages of a case, at a time that never changes. */
final class PipelineRun {

  /** A run at 2026-03-01T12:00:00Z over the hour before it. */
  static final RunContext AT_NOON =
      new RunContext(1772366400_000L, 1772362800_000L, 1772366400_000L, ZoneId.of("UTC"));

  /** The name of the rows that searches of events read. */
  private static final String EVENTS = "events";

  private final Map<String, List<Row>> events = new HashMap<>();
  private final @Nullable SpecEvents members;
  private final Map<String, SpecLookup> lookups = new HashMap<>();
  private final SearchRun run;

  /**
   * @param given the tables of lookups, and the rows that scans read
   */
  PipelineRun(List<SpecSection> given, ZoneId zone) {
    for (SpecSection section : given) {
      if (section.kind().equals("lookup")) {
        lookups.put(section.name(), SpecLookup.of(section));
      } else if (!section.kind().equals("events")) {
        events.put(section.name(), section.rows());
      }
    }
    members = SpecEvents.of(given, lookups);
    run =
        new SearchRun(
            AT_NOON.nowMillis(),
            AT_NOON.earliestMillis(),
            AT_NOON.latestMillis(),
            zone,
            (scan, context) -> new SearchRun.Stored(passing(scan, read(scan.scan())), 1),
            this::contents);
  }

  Map<String, LookupDefinition> definitions() {
    Map<String, LookupDefinition> definitions = new HashMap<>();
    lookups.forEach((name, lookup) -> definitions.put(name, lookup.definition()));
    return definitions;
  }

  private LookupTable contents(String name) {
    SpecLookup lookup = lookups.get(name);
    return lookup == null ? new LookupTable(List.of(), List.of()) : lookup.contents();
  }

  /** The data models that come with Highwater, where a case has events for them. */
  @Nullable DataModels dataModels() {
    return members == null ? null : members.dataModels();
  }

  private List<Row> read(Scan scan) {
    return members != null && scan instanceof Scan.OfDataset dataset
        ? members.of(dataset)
        : events.getOrDefault(nameOf(scan), List.of());
  }

  private static String nameOf(Scan scan) {
    return scan instanceof Scan.OfDataset dataset
        ? dataset.model() + "." + dataset.dataset()
        : EVENTS;
  }

  private List<Row> passing(ScanStage scan, List<Row> rows) {
    RowPredicate filter = scan.filter().at(run.context());
    return rows.stream()
        .filter(row -> filter.matches(row) && isInside(row, scan.scan().bounds()))
        .map(Row::copy)
        .toList();
  }

  private boolean isInside(Row row, TimeBounds bounds) {
    FieldValue time = row.get("_time");
    long millis = time == null ? 0 : (long) (time.number() * 1000);
    return (bounds.earliest().isEmpty() || millis >= millis(bounds.earliest()))
        && (bounds.latest().isEmpty() || millis < millis(bounds.latest()));
  }

  private long millis(String text) {
    return RelativeTime.parse(text).apply(run.context().nowMillis(), run.context().zone());
  }

  /** The rows of a case are the events of a search that reads events, unless they are named. */
  List<Row> rows(List<Stage> stages, List<Row> input) {
    LogicalPlan plan = new LogicalPlan(stages);
    boolean isFed =
        stages.get(0) instanceof ScanStage named
            && (members != null || events.containsKey(nameOf(named.scan())));
    if (isFed || stages.get(0) instanceof SourceStage) {
      return run.rowsOf(plan);
    }
    List<Row> rows =
        stages.get(0) instanceof ScanStage scan
            ? passing(scan, input)
            : input.stream().map(Row::copy).toList();
    return run.rowsOf(plan, rows);
  }

  Map<String, LookupTable> written() {
    return run.written();
  }

  List<String> notes() {
    return run.notes();
  }
}
