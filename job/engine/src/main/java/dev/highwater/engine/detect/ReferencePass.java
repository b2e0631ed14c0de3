package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One pass of the {@link ReferenceReplay}: all groups, then all runs. */
final class ReferencePass {

  private final DetectionSet detections;
  private final SearchPass pass;
  private final Ledger ledger;
  private final MissedRuns missed;
  private final Map<String, Partition> partitions = new HashMap<>();

  private record Partition(
      Map<GroupSlice, List<@Nullable FieldValue>> stored,
      List<Withheld> withheld,
      TreeSet<DueRun> due,
      Map<String, LookupTable> lookups) {

    /** What a run searches: all but what it missed. */
    private StoredGroups searchedBy(DueRun run) {
      if (withheld.isEmpty()) {
        return StoredGroups.of(stored.entrySet());
      }
      List<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> seen =
          new ArrayList<>(stored.entrySet());
      for (Withheld each : withheld) {
        if (!each.runs().contains(run.scheduledMillis())) {
          seen.add(Map.entry(each.group().slice(), each.group().partials()));
        }
      }
      return StoredGroups.of(seen);
    }
  }

  /** What some runs missed, by their scheduled times. */
  private record Withheld(RoutedGroup group, Set<Long> runs) {}

  /**
   * @param missed is asked of groups that have a position
   */
  ReferencePass(DetectionSet detections, SearchPass pass, Ledger ledger, MissedRuns missed) {
    this.detections = detections;
    this.pass = pass;
    this.ledger = ledger;
    this.missed = missed;
  }

  void store(RoutedGroup group) {
    RunningDetection detection = detections.detection(group.detection());
    Partition partition = partition(group.partition());
    ScheduledSearch search = new ScheduledSearch(detection);
    Set<Long> missing = missed.of(group.detection(), group.position());
    if (!detection.isEndless()) {
      for (SearchWindow window :
          detection.scanSchedules().get(group.scan()).windowsContaining(group.timeMillis())) {
        long scheduled = window.scheduledMillis();
        if (!missing.contains(scheduled) && !search.isTooEarlyFor(group, scheduled)) {
          partition.due().add(search.due(scheduled));
        }
      }
    }
    if (!missing.isEmpty()) {
      partition.withheld().add(new Withheld(group, missing));
      return;
    }
    partition
        .stored()
        .merge(
            group.slice(),
            group.partials(),
            (left, right) -> search.merge(group.scan(), left, right));
  }

  private Partition partition(String key) {
    return partitions.computeIfAbsent(
        key,
        name ->
            new Partition(new HashMap<>(), new ArrayList<>(), new TreeSet<>(), new HashMap<>()));
  }

  /** Searches that need no events run over all the time that the records cover. */
  private void seed() {
    boolean hasEvents = ledger.find(pass.counted(), Counter.FIRST_TIME).isPresent();
    long first = ledger.count(pass.counted(), Counter.FIRST_TIME);
    long last = ledger.count(pass.counted(), Counter.LAST_TIME);
    for (RunningDetection detection : detections.detections(pass)) {
      if (detection.item().isAdHoc() || (hasEvents && detection.runsWithoutInput())) {
        ScheduledSearch search = new ScheduledSearch(detection);
        for (long scheduled : detection.runsOver(first, last)) {
          partition(detection.scope()).due().add(search.due(scheduled));
        }
      }
    }
  }

  /**
   * Where the runs put what they say beside what they find.
   *
   * @param adHoc the findings of the ad-hoc searches by id, in the order of their rows
   * @param lookups what searches write
   */
  record Sink(
      List<Outcome.Noted> notes,
      List<Outcome.Failed> failures,
      Map<String, List<Finding>> adHoc,
      Map<String, LookupTable> lookups) {}

  /** Does all runs, and gives what they find. */
  List<Finding> run(Sink sink) {
    seed();
    List<Finding> findings = new ArrayList<>();
    for (Partition partition : partitions.values()) {
      partition.due().forEach(run -> findings.addAll(findings(partition, run, sink)));
      sink.lookups().putAll(partition.lookups());
    }
    return findings;
  }

  /** The isolation boundary: a run that throws fails alone. */
  private List<Finding> findings(Partition partition, DueRun due, Sink sink) {
    RunningDetection detection = detections.detection(due.detection());
    SearchWindow window = detection.schedule().windowAt(due.scheduledMillis());
    RunResult result;
    try {
      result =
          new ScheduledSearch(detection)
              .run(due.scheduledMillis(), partition.searchedBy(due), partition.lookups()::get);
    } catch (RuntimeException e) {
      ledger.add(detection.id(), Counter.FAILED, 1);
      sink.failures().add(Outcome.Failed.of(detection.id(), window, e));
      return List.of();
    }
    partition.lookups().putAll(result.written());
    ledger.add(detection.id(), Counter.ROWS, result.findings().size());
    for (String note : result.notes()) {
      ledger.add(detection.id(), Counter.NOTED, 1);
      sink.notes().add(new Outcome.Noted(detection.id(), window, note));
    }
    if (detection.item().isAdHoc()) {
      sink.adHoc().put(detection.id(), result.findings());
    }
    return detection.item().isBaseline() ? List.of() : result.findings();
  }
}
