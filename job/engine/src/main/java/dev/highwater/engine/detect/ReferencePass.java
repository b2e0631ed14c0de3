package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One pass of the {@link ReferenceReplay}: all groups, then all runs. */
final class ReferencePass {

  private final DetectionSet detections;
  private final SearchPass pass;
  private final Ledger ledger;
  private final Map<String, Partition> partitions = new HashMap<>();

  private record Partition(
      Map<GroupSlice, List<@Nullable FieldValue>> stored,
      TreeSet<DueRun> due,
      Map<String, LookupTable> lookups) {}

  ReferencePass(DetectionSet detections, SearchPass pass, Ledger ledger) {
    this.detections = detections;
    this.pass = pass;
    this.ledger = ledger;
  }

  void store(RoutedGroup group) {
    RunningDetection detection = detections.detection(group.detection());
    Partition partition = partition(group.partition());
    ScheduledSearch search = new ScheduledSearch(detection);
    if (!detection.isEndless()) {
      for (SearchWindow window :
          detection.scanSchedules().get(group.scan()).windowsContaining(group.timeMillis())) {
        if (!search.isTooEarlyFor(group, window.scheduledMillis())) {
          partition.due().add(search.due(window.scheduledMillis()));
        }
      }
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
        key, name -> new Partition(new HashMap<>(), new TreeSet<>(), new HashMap<>()));
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
              .run(
                  due.scheduledMillis(),
                  StoredGroups.of(partition.stored().entrySet()),
                  partition.lookups()::get);
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
