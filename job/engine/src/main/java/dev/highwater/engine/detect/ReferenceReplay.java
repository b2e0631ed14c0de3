package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.RiskEvents;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The single-threaded truth: all records, then all runs, in one thread and in memory. */
public final class ReferenceReplay {

  private final DetectionSet detections;
  private final Ledger ledger = new Ledger();
  private final List<UnparsableEvent> unparsable = new ArrayList<>();
  private final List<Outcome.Suppressed> suppressed = new ArrayList<>();
  private final List<Outcome.Noted> notes = new ArrayList<>();
  private final List<Outcome.Failed> failures = new ArrayList<>();
  private final Map<String, List<Finding>> adHoc = new HashMap<>();
  private final Map<String, Partition> partitions = new HashMap<>();

  private record Partition(
      Map<GroupSlice, List<@Nullable FieldValue>> stored,
      TreeSet<DueRun> due,
      Map<String, LookupTable> lookups) {}

  /**
   * What came out.
   *
   * @param findings by scheduled time, then id
   * @param riskEvents in the order of the findings
   * @param suppressed findings that others held back, in the order in which they were
   * @param notes what runs said about limits
   * @param failures runs that failed
   * @param adHoc the findings of the ad-hoc searches by id, in the order of their rows
   * @param lookups what the searches wrote, by name, as it was at the end
   */
  public record Result(
      List<Finding> findings,
      List<RiskEvent> riskEvents,
      List<UnparsableEvent> unparsable,
      List<Outcome.Suppressed> suppressed,
      List<Outcome.Noted> notes,
      List<Outcome.Failed> failures,
      Map<String, List<Finding>> adHoc,
      Map<String, LookupTable> lookups,
      Ledger ledger) {}

  public ReferenceReplay(DetectionSet detections) {
    this.detections = detections;
  }

  public static Result replay(DetectionSet detections, Iterator<RawEvent> records) {
    ReferenceReplay replay = new ReferenceReplay(detections);
    replay.read(records);
    return replay.result();
  }

  /** Reads records; what is known of their sources is kept no longer than that. */
  public void read(Iterator<RawEvent> records) {
    DetectionRouter router = new DetectionRouter(detections, ledger);
    RecordTimes times = new RecordTimes(detections.knowledge().addOns());
    while (records.hasNext()) {
      read(records.next(), times, router);
    }
    router.settle();
  }

  private void read(RawEvent raw, RecordTimes times, DetectionRouter router) {
    ledger.add(Ledger.INPUT, Counter.READ, 1);
    long time = times.timeOf(raw);
    RawEvent kept = times.indexed(raw);
    UnparsableEvent.Reason fault = RecordTimes.fault(raw, time);
    if (kept == null) {
      ledger.add(Ledger.INPUT, Counter.OUTSIDE, 1);
    } else if (fault != null) {
      ledger.add(Ledger.INPUT, Counter.UNPARSABLE, 1);
      unparsable.add(UnparsableEvent.of(raw, fault));
    } else {
      router.route(kept, time, this::store);
    }
  }

  private void store(RoutedGroup group) {
    RunningDetection detection = detections.detection(group.detection());
    Partition partition = partition(group.partition());
    ScheduledSearch search = new ScheduledSearch(detection);
    if (!detection.isEndless()) {
      for (SearchWindow window :
          detection.scanSchedules().get(group.scan()).windowsContaining(group.timeMillis())) {
        partition.due().add(search.due(window.scheduledMillis()));
      }
    }
    partition
        .stored()
        .merge(
            new GroupSlice(detection.id(), group.scan(), group.sliceMillis(), group.key()),
            group.partials(),
            (left, right) -> search.merge(group.scan(), left, right));
  }

  private Partition partition(String key) {
    return partitions.computeIfAbsent(
        key, name -> new Partition(new HashMap<>(), new TreeSet<>(), new HashMap<>()));
  }

  /** Searches that need no events run over all the time that the records cover. */
  private void seed() {
    boolean hasEvents = ledger.find(Ledger.INPUT, Counter.FIRST_TIME).isPresent();
    long first = ledger.count(Ledger.INPUT, Counter.FIRST_TIME);
    long last = ledger.count(Ledger.INPUT, Counter.LAST_TIME);
    for (RunningDetection detection : detections.detections()) {
      if (detection.item().isAdHoc() || (hasEvents && detection.runsWithoutInput())) {
        ScheduledSearch search = new ScheduledSearch(detection);
        for (long scheduled : detection.runsOver(first, last)) {
          partition(detection.scope()).due().add(search.due(scheduled));
        }
      }
    }
  }

  /** Does the runs; nothing can be read after that. */
  public Result result() {
    seed();
    List<Finding> findings = new ArrayList<>();
    Map<String, LookupTable> lookups = new TreeMap<>();
    for (Partition partition : partitions.values()) {
      partition.due().forEach(run -> findings.addAll(findings(partition, run)));
      lookups.putAll(partition.lookups());
    }
    throttle(findings);
    findings.sort(
        Comparator.comparingLong((Finding finding) -> finding.window().scheduledMillis())
            .thenComparing(Finding::findingId));
    List<RiskEvent> risk = new ArrayList<>();
    for (Finding finding : findings) {
      RunningDetection detection = detections.detection(finding.detectionId());
      if (detection.item().raisesRisk()) {
        List<RiskEvent> raised = RiskEvents.of(detection.item(), finding);
        ledger.add(finding.detectionId(), Counter.RISK_EVENTS, raised.size());
        risk.addAll(raised);
      }
    }
    return new Result(
        findings, risk, unparsable, suppressed, notes, failures, adHoc, lookups, ledger);
  }

  private void throttle(List<Finding> findings) {
    Throttle throttle = new Throttle(detections);
    List<Finding> inOrder = findings.stream().sorted(throttle.order()).toList();
    findings.clear();
    throttle.apply(
        inOrder,
        findings::add,
        held -> {
          ledger.add(held.finding().detectionId(), Counter.SUPPRESSED, 1);
          suppressed.add(held);
        });
  }

  /** The isolation boundary: a run that throws fails alone. */
  private List<Finding> findings(Partition partition, DueRun due) {
    RunningDetection detection = detections.detection(due.detection());
    SearchWindow window = detection.schedule().windowAt(due.scheduledMillis());
    RunResult result;
    try {
      result =
          new ScheduledSearch(detection)
              .run(due.scheduledMillis(), partition.stored().entrySet(), partition.lookups()::get);
    } catch (RuntimeException e) {
      ledger.add(detection.id(), Counter.FAILED, 1);
      failures.add(Outcome.Failed.of(detection.id(), window, e));
      return List.of();
    }
    partition.lookups().putAll(result.written());
    ledger.add(detection.id(), Counter.ROWS, result.findings().size());
    for (String note : result.notes()) {
      ledger.add(detection.id(), Counter.NOTED, 1);
      notes.add(new Outcome.Noted(detection.id(), window, note));
    }
    if (detection.item().isAdHoc()) {
      adHoc.put(detection.id(), result.findings());
    }
    return detection.item().isBaseline() ? List.of() : result.findings();
  }
}
