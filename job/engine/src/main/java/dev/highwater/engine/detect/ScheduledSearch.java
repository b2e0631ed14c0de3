package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.finding.FindingId;
import dev.highwater.engine.finding.Provenance;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.StoredForm;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.engine.run.SearchRun;
import dev.highwater.engine.run.SearchRun.LookupTables;
import dev.highwater.engine.schedule.SearchWindow;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The runs of one detection over what its slices hold. Immutable. */
public final class ScheduledSearch {

  private final RunningDetection detection;
  private final ZoneId zone;
  private final int rank;
  private final RunLimits limits;

  /** With the limits that are usual. */
  public ScheduledSearch(RunningDetection detection) {
    this(detection, RunLimits.DEFAULT);
  }

  /**
   * @param limits what each run may hold
   */
  public ScheduledSearch(RunningDetection detection, RunLimits limits) {
    this.limits = limits;
    this.detection = detection;
    this.zone = ZoneId.of(detection.item().schedule().zone());
    LogicalPlan plan = detection.plan().main();
    this.rank = plan.writtenLookups().isEmpty() ? 2 : plan.readLookups().isEmpty() ? 0 : 1;
  }

  /**
   * When the run of that scheduled time can be done at the earliest: nothing that it searches comes
   * after this time.
   */
  public long dueMillis(long scheduledMillis) {
    long due = Math.max(scheduledMillis, windowAt(scheduledMillis).latestMillis());
    for (int scan = 0; scan < detection.scanSchedules().size(); scan++) {
      due = Math.max(due, scanWindowAt(scan, scheduledMillis).latestMillis());
    }
    return due;
  }

  /** Whether the run of that scheduled time is done before anybody can know of the group. */
  public boolean isTooEarlyFor(RoutedGroup group, long scheduledMillis) {
    return dueMillis(scheduledMillis) < group.contribution().knownMillis();
  }

  /** Whether no search changes what its runs find but its events. */
  public boolean isAlone() {
    return detection.scope().equals(detection.key())
        && detection.plan().main().writtenLookups().isEmpty();
  }

  /** The group of the run of that scheduled time that a stored key of a scan is in. */
  public List<@Nullable FieldValue> groupOf(
      int scan, List<@Nullable FieldValue> key, long scheduledMillis) {
    if (!(detection.plan().scans().get(scan).form() instanceof StoredForm.Groups groups)
        || !groups.grouping().isSettledByRun()) {
      return key;
    }
    SearchWindow window = windowAt(scheduledMillis);
    RunContext run =
        new RunContext(scheduledMillis, window.earliestMillis(), window.latestMillis(), zone);
    List<FieldValue> values = key.stream().map(Objects::requireNonNull).toList();
    return new ArrayList<>(groups.grouping().settled(values, run));
  }

  /** The run of that scheduled time in its place among others. */
  public DueRun due(long scheduledMillis) {
    return new DueRun(dueMillis(scheduledMillis), scheduledMillis, rank, detection.key());
  }

  private SearchWindow windowAt(long scheduledMillis) {
    return detection.schedule().windowAt(scheduledMillis);
  }

  private SearchWindow scanWindowAt(int scan, long scheduledMillis) {
    return detection.scanSchedules().get(scan).windowAt(scheduledMillis);
  }

  /** The partial aggregates of two parts of a key of a scan as one. */
  public List<@Nullable FieldValue> merge(
      int scan, List<@Nullable FieldValue> left, List<@Nullable FieldValue> right) {
    List<Accumulator> accumulators = detection.plan().scans().get(scan).form().start();
    List<@Nullable FieldValue> merged = new ArrayList<>();
    for (int i = 0; i < accumulators.size(); i++) {
      accumulators.get(i).merge(left.get(i));
      accumulators.get(i).merge(right.get(i));
      merged.add(accumulators.get(i).partial());
    }
    if (left.size() > accumulators.size()) {
      FieldValue events = left.get(accumulators.size());
      merged.add(FirstEvents.merge(events, right.get(accumulators.size())));
    }
    return merged;
  }

  /** Where the first events stand that partial aggregates of a scan come of, if that is kept. */
  static @Nullable FieldValue eventsOf(ScanPlan scan, List<@Nullable FieldValue> partials) {
    int aggregates = scan.form().start().size();
    return partials.size() > aggregates ? partials.get(aggregates) : null;
  }

  /**
   * The run of that scheduled time for one partition.
   *
   * @param stored what the partition holds
   * @param lookups what earlier runs wrote
   */
  public RunResult run(long scheduledMillis, StoredGroups stored, LookupTables lookups) {
    SearchWindow window = windowAt(scheduledMillis);
    RowEvents events = new RowEvents(detection.plan());
    SearchRun run =
        new SearchRun(
            scheduledMillis,
            window.earliestMillis(),
            window.latestMillis(),
            zone,
            (scan, context) -> rowsOf(scan, scheduledMillis, context, stored, events),
            name -> {
              LookupTable written = lookups.of(name);
              return written == null ? detection.lookups().of(name) : written;
            },
            limits);
    List<Row> rows = run.rowsOf(detection.plan().main());
    return new RunResult(
        findings(window, rows, events),
        run.written(),
        run.notes().stream().distinct().toList(),
        run.isTimeAsked());
  }

  private SearchRun.Stored rowsOf(
      ScanStage stage,
      long scheduledMillis,
      RunContext run,
      StoredGroups stored,
      RowEvents events) {
    ScanPlan scan = detection.plan().scan(stage);
    SearchWindow window = scanWindowAt(scan.id(), scheduledMillis);
    List<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> searched =
        stored.in(detection.key(), scan.id(), window, dueMillis(scheduledMillis));
    dropReplaced(searched);
    events.searched(scan, searched);
    return new SearchRun.Stored(StoredRows.of(scan.form(), searched, run), scan.stagesDone());
  }

  /** Of an event that was raised again under its id what it was last counts alone (S-1963). */
  private static void dropReplaced(
      List<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> searched) {
    Map<String, Long> lastKnown = new HashMap<>();
    for (Map.Entry<GroupSlice, List<@Nullable FieldValue>> entry : searched) {
      Contribution each = entry.getKey().contribution();
      if (each.isOfOneEvent()) {
        lastKnown.merge(each.id(), each.knownMillis(), Math::max);
      }
    }
    if (!lastKnown.isEmpty()) {
      searched.removeIf(entry -> isReplaced(entry.getKey().contribution(), lastKnown));
    }
  }

  private static boolean isReplaced(Contribution contribution, Map<String, Long> lastKnown) {
    Long last = lastKnown.get(contribution.id());
    return contribution.isOfOneEvent() && last != null && contribution.knownMillis() < last;
  }

  private List<Finding> findings(SearchWindow window, List<Row> rows, RowEvents events) {
    Map<String, Integer> seen = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Row row : rows) {
      String id = id(window, row, 0);
      int ordinal = seen.merge(id, 1, Integer::sum) - 1;
      findings.add(
          new Finding(
              ordinal == 0 ? id : id(window, row, ordinal),
              Finding.Status.FINAL,
              0,
              detection.item().name(),
              detection.id(),
              detection.item().version(),
              detection.item().type(),
              window,
              row,
              new Provenance(
                  detection.contentRevision(),
                  detection.keepsEvents() ? events.of(row) : List.of())));
    }
    return findings;
  }

  private String id(SearchWindow window, Row row, int ordinal) {
    return FindingId.of(
        detection.id(),
        detection.item().version(),
        window,
        detection.plan().identity(),
        row,
        ordinal);
  }
}
