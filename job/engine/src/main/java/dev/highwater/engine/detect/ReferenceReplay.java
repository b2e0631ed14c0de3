package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.RiskEvents;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The single-threaded truth: all records, then all runs, in one thread and in memory. */
public final class ReferenceReplay {

  private final DetectionSet detections;
  private final Ledger ledger = new Ledger();
  private final List<UnparsableEvent> unparsable = new ArrayList<>();
  private final Map<String, Partition> partitions = new HashMap<>();

  private record Partition(
      RunningDetection detection,
      Map<GroupSlice, List<@Nullable FieldValue>> stored,
      TreeSet<Long> scheduled) {}

  /**
   * What came out.
   *
   * @param findings by scheduled time, then id
   * @param riskEvents in the order of the findings
   */
  public record Result(
      List<Finding> findings,
      List<RiskEvent> riskEvents,
      List<UnparsableEvent> unparsable,
      Ledger ledger) {}

  private ReferenceReplay(DetectionSet detections) {
    this.detections = detections;
  }

  public static Result replay(DetectionSet detections, Iterator<RawEvent> records) {
    ReferenceReplay replay = new ReferenceReplay(detections);
    DetectionRouter router = new DetectionRouter(detections, replay.ledger);
    RecordTimes times = new RecordTimes(detections.knowledge().addOns());
    while (records.hasNext()) {
      replay.read(records.next(), times, router);
    }
    router.settle();
    return replay.result();
  }

  private void read(RawEvent raw, RecordTimes times, DetectionRouter router) {
    ledger.add(Ledger.INPUT, Counter.READ, 1);
    long time = times.timeOf(raw);
    UnparsableEvent.Reason fault = RecordTimes.fault(raw, time);
    if (fault != null) {
      ledger.add(Ledger.INPUT, Counter.UNPARSABLE, 1);
      unparsable.add(UnparsableEvent.of(raw, fault));
    } else {
      router.route(raw, time, this::store);
    }
  }

  private void store(RoutedGroup group) {
    RunningDetection detection = detections.detection(group.detection());
    Partition partition = partition(detection, group.partitionKey());
    for (SearchWindow window :
        detection.scanSchedules().get(group.scan()).windowsContaining(group.timeMillis())) {
      partition.scheduled().add(window.scheduledMillis());
    }
    ScheduledSearch search = new ScheduledSearch(detection);
    partition
        .stored()
        .merge(
            new GroupSlice(group.scan(), group.sliceMillis(), group.key()),
            group.partials(),
            (left, right) -> search.merge(group.scan(), left, right));
  }

  private Partition partition(RunningDetection detection, String key) {
    return partitions.computeIfAbsent(
        key, name -> new Partition(detection, new HashMap<>(), new TreeSet<>()));
  }

  /** Searches that give rows without events run over all the time that the records cover. */
  private void seed() {
    boolean hasEvents = ledger.find(Ledger.INPUT, Counter.FIRST_TIME).isPresent();
    long first = ledger.count(Ledger.INPUT, Counter.FIRST_TIME);
    long last = ledger.count(Ledger.INPUT, Counter.LAST_TIME);
    for (RunningDetection detection : detections.detections()) {
      if (detection.item().isAdHoc() || (hasEvents && detection.plan().givesRowsWithoutInput())) {
        partition(detection, detection.id()).scheduled().addAll(detection.runsOver(first, last));
      }
    }
  }

  private Result result() {
    seed();
    List<Finding> findings = new ArrayList<>();
    for (Partition partition : partitions.values()) {
      ScheduledSearch search = new ScheduledSearch(partition.detection());
      for (long scheduled : partition.scheduled()) {
        findings.addAll(search.run(scheduled, partition.stored().entrySet()));
      }
    }
    findings.sort(
        Comparator.comparingLong((Finding finding) -> finding.window().scheduledMillis())
            .thenComparing(Finding::findingId));
    List<RiskEvent> risk = new ArrayList<>();
    for (Finding finding : findings) {
      ledger.add(finding.detectionId(), Counter.ROWS, 1);
      RunningDetection detection = detections.detection(finding.detectionId());
      if (detection.item().raisesRisk()) {
        List<RiskEvent> raised = RiskEvents.of(detection.item(), finding);
        ledger.add(finding.detectionId(), Counter.RISK_EVENTS, raised.size());
        risk.addAll(raised);
      }
    }
    return new Result(findings, risk, unparsable, ledger);
  }
}
