package dev.highwater.engine.detect;

import dev.highwater.engine.detect.IndexedEvents.Arrived;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One pass of an {@link IndexedReplay}: all groups, then all runs. */
final class IndexedPass {

  private final DetectionSet detections;
  private final SearchPass pass;
  private final Ledger ledger;
  private final Visibility visibility;
  private final RunLimits limits;
  private final Consumer<Outcome> outcomes;
  private final Map<String, ScheduledSearch> searches = new HashMap<>();
  private final Map<String, Partition> partitions = new HashMap<>();

  private record Partition(
      List<Arrived> groups, TreeSet<DueRun> due, Map<String, LookupTable> lookups) {}

  /**
   * @param ledger knows from when to when there were events
   * @param limits what each run may hold
   * @param outcomes takes what the runs give beside findings
   */
  IndexedPass(
      DetectionSet detections,
      SearchPass pass,
      Ledger ledger,
      Visibility visibility,
      RunLimits limits,
      Consumer<Outcome> outcomes) {
    this.limits = limits;
    this.outcomes = outcomes;
    this.detections = detections;
    this.pass = pass;
    this.ledger = ledger;
    this.visibility = visibility;
  }

  void store(Arrived arrived) {
    RoutedGroup group = arrived.group();
    RunningDetection detection = detections.detection(group.detection());
    ScheduledSearch search = search(detection);
    Partition partition = partition(group.partition());
    partition.groups().add(arrived);
    if (!detection.isEndless()) {
      for (SearchWindow window :
          detection.scanSchedules().get(group.scan()).windowsContaining(group.timeMillis())) {
        if (!search.isTooEarlyFor(group, window.scheduledMillis())) {
          partition.due().add(search.due(window.scheduledMillis()));
          tellMissed(arrived, detection, window.scheduledMillis());
        }
      }
    }
  }

  private void tellMissed(Arrived arrived, RunningDetection detection, long scheduledMillis) {
    RoutedGroup group = arrived.group();
    EventPosition position = group.position();
    if (position != null
        && !isSeen(arrived, scheduledMillis)
        && !detection.isTold(group, scheduledMillis)) {
      outcomes.accept(
          new Outcome.Late(
              position,
              group.timeMillis(),
              detection.id(),
              detection.schedule().windowAt(scheduledMillis),
              arrived.indexMillis() - scheduledMillis,
              false));
    }
  }

  /** Does all runs, and gives what they find and nothing holds back, in any order. */
  List<Finding> run() {
    seed();
    List<Finding> findings = new ArrayList<>();
    for (Partition partition : partitions.values()) {
      for (DueRun run : partition.due()) {
        findings.addAll(run(partition, run));
      }
    }
    Throttle throttle = new Throttle(detections);
    List<Finding> passed = new ArrayList<>();
    findings.sort(throttle.order());
    throttle.apply(findings, passed::add, held -> {});
    return passed;
  }

  private void seed() {
    if (ledger.find(pass.counted(), Counter.FIRST_TIME).isEmpty()) {
      return;
    }
    long first = ledger.count(pass.counted(), Counter.FIRST_TIME);
    long last = ledger.count(pass.counted(), Counter.LAST_TIME);
    for (RunningDetection detection : detections.detections(pass)) {
      if (detection.runsWithoutInput()) {
        for (long scheduled : detection.runsOver(first, last)) {
          partition(detection.scope()).due().add(search(detection).due(scheduled));
        }
      }
    }
  }

  private Partition partition(String key) {
    return partitions.computeIfAbsent(
        key, name -> new Partition(new ArrayList<>(), new TreeSet<>(), new HashMap<>()));
  }

  private ScheduledSearch search(RunningDetection detection) {
    return searches.computeIfAbsent(detection.key(), id -> new ScheduledSearch(detection, limits));
  }

  /** The isolation boundary: a run that throws fails alone. */
  private List<Finding> run(Partition partition, DueRun due) {
    RunningDetection detection = detections.detection(due.detection());
    SearchWindow window = detection.schedule().windowAt(due.scheduledMillis());
    RunResult result;
    try {
      result =
          search(detection)
              .run(
                  due.scheduledMillis(),
                  StoredGroups.of(seen(partition, due).entrySet()),
                  partition.lookups()::get);
    } catch (RuntimeException e) {
      outcomes.accept(Outcome.Failed.of(detection.id(), window, e));
      return List.of();
    }
    partition.lookups().putAll(result.written());
    for (String note : result.notes()) {
      outcomes.accept(new Outcome.Noted(detection.id(), window, note));
    }
    return detection.item().isBaseline() ? List.of() : result.findings();
  }

  private Map<GroupSlice, List<@Nullable FieldValue>> seen(Partition partition, DueRun run) {
    Map<GroupSlice, List<@Nullable FieldValue>> stored = new HashMap<>();
    ScheduledSearch search = searches.get(run.detection());
    for (Arrived each : partition.groups()) {
      RoutedGroup group = each.group();
      if (search != null
          && group.detection().equals(run.detection())
          && isSeen(each, run.scheduledMillis())) {
        stored.merge(
            group.slice(),
            group.partials(),
            (left, right) -> search.merge(group.scan(), left, right));
      }
    }
    return stored;
  }

  private boolean isSeen(Arrived each, long scheduledMillis) {
    Contribution contribution = each.group().contribution();
    return contribution.isOfOneEvent()
        ? visibility.isRiskSeen(contribution.knownMillis(), scheduledMillis)
        : visibility.isSeen(each.indexMillis(), scheduledMillis);
  }
}
