package dev.highwater.engine.detect;

import dev.highwater.engine.detect.IndexedEvents.Arrived;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The runs of a schedule over events that came at known times, in one thread and in memory. */
public final class IndexedReplay {

  private final IndexedEvents events;
  private final Visibility visibility;
  private final Map<String, ScheduledSearch> searches = new HashMap<>();
  private final Map<String, Partition> partitions = new HashMap<>();
  private final Consumer<Outcome> outcomes;

  private record Partition(
      List<Arrived> groups, TreeSet<DueRun> due, Map<String, LookupTable> lookups) {}

  private IndexedReplay(IndexedEvents events, Visibility visibility, Consumer<Outcome> outcomes) {
    this.events = events;
    this.visibility = visibility;
    this.outcomes = outcomes;
  }

  /**
   * What all runs find.
   *
   * @param visibility which events each run sees of those that it searches
   * @return what is not throttled, by scheduled time, then id
   */
  public static List<Finding> findings(IndexedEvents events, Visibility visibility) {
    return findings(events, visibility, outcome -> {});
  }

  /**
   * As {@link #findings(IndexedEvents, Visibility)}.
   *
   * @param outcomes takes what the runs give beside findings: what they note, which of them fail,
   *     and which events they miss
   */
  public static List<Finding> findings(
      IndexedEvents events, Visibility visibility, Consumer<Outcome> outcomes) {
    IndexedReplay replay = new IndexedReplay(events, visibility, outcomes);
    events.groups().forEach(replay::plan);
    replay.seed();
    List<Finding> findings = new ArrayList<>();
    for (Partition partition : replay.partitions.values()) {
      for (DueRun run : partition.due()) {
        findings.addAll(replay.run(partition, run));
      }
    }
    Throttle throttle = new Throttle(events.detections());
    List<Finding> passed = new ArrayList<>();
    findings.sort(throttle.order());
    throttle.apply(findings, passed::add, held -> {});
    passed.sort(
        Comparator.comparingLong((Finding finding) -> finding.window().scheduledMillis())
            .thenComparing(Finding::findingId));
    return passed;
  }

  private void plan(Arrived arrived) {
    RoutedGroup group = arrived.group();
    RunningDetection detection = events.detections().detection(group.detection());
    Partition partition = partition(group.partition());
    partition.groups().add(arrived);
    if (!detection.isEndless()) {
      for (SearchWindow window :
          detection.scanSchedules().get(group.scan()).windowsContaining(group.timeMillis())) {
        partition.due().add(search(detection).due(window.scheduledMillis()));
        tellMissed(arrived, detection, window);
      }
    }
  }

  private void tellMissed(Arrived arrived, RunningDetection detection, SearchWindow window) {
    long scheduled = window.scheduledMillis();
    if (!visibility.isSeen(arrived.indexMillis(), scheduled)) {
      outcomes.accept(
          new Outcome.Late(
              arrived.position(),
              arrived.group().timeMillis(),
              detection.id(),
              detection.schedule().windowAt(scheduled),
              arrived.indexMillis() - scheduled,
              false));
    }
  }

  private void seed() {
    if (events.ledger().find(Ledger.INPUT, Counter.FIRST_TIME).isEmpty()) {
      return;
    }
    long first = events.ledger().count(Ledger.INPUT, Counter.FIRST_TIME);
    long last = events.ledger().count(Ledger.INPUT, Counter.LAST_TIME);
    for (RunningDetection detection : events.detections().detections()) {
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
    return searches.computeIfAbsent(detection.id(), id -> new ScheduledSearch(detection));
  }

  /** The isolation boundary: a run that throws fails alone. */
  private List<Finding> run(Partition partition, DueRun due) {
    RunningDetection detection = events.detections().detection(due.detection());
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
          && visibility.isSeen(each.indexMillis(), run.scheduledMillis())) {
        stored.merge(
            new GroupSlice(group.detection(), group.scan(), group.sliceMillis(), group.key()),
            group.partials(),
            (left, right) -> search.merge(group.scan(), left, right));
      }
    }
    return stored;
  }
}
