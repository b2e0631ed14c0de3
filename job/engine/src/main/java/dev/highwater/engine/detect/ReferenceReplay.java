package dev.highwater.engine.detect;

import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.risk.Notable;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.schedule.EventClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The single-threaded truth: all records, then all runs, then all runs over the risk that came of
 * it, in one thread and in memory.
 */
public final class ReferenceReplay {

  private static final Comparator<Finding> ORDER =
      Comparator.comparingLong((Finding finding) -> finding.window().scheduledMillis())
          .thenComparing(Finding::findingId);

  private final DetectionSet detections;
  private final MissedRuns missed;
  private final Ledger ledger = new Ledger();
  private final List<UnparsableEvent> unparsable = new ArrayList<>();
  private final List<RiskRecord> risk = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<RiskEvent> riskEvents = new ArrayList<>();
  private final List<Notable> notables = new ArrayList<>();
  private final List<Outcome.Suppressed> suppressed = new ArrayList<>();
  private final List<Outcome.Noted> notes = new ArrayList<>();
  private final List<Outcome.Failed> failures = new ArrayList<>();
  private final Map<String, List<Finding>> adHoc = new TreeMap<>();
  private final Map<String, LookupTable> lookups = new TreeMap<>();
  private final ReferencePass first;

  /**
   * What came out.
   *
   * @param findings by scheduled time, then id
   * @param riskEvents in the order of the findings
   * @param notables in the order of the findings
   * @param suppressed findings that others held back, in the order in which they were
   * @param notes what runs said about limits
   * @param failures runs that failed
   * @param adHoc the findings of the ad-hoc searches by id, in the order of their rows
   * @param lookups what the searches wrote, by name, as it was at the end
   */
  public record Result(
      List<Finding> findings,
      List<RiskEvent> riskEvents,
      List<Notable> notables,
      List<UnparsableEvent> unparsable,
      List<Outcome.Suppressed> suppressed,
      List<Outcome.Noted> notes,
      List<Outcome.Failed> failures,
      Map<String, List<Finding>> adHoc,
      Map<String, LookupTable> lookups,
      Ledger ledger) {}

  public ReferenceReplay(DetectionSet detections) {
    this(detections, MissedRuns.NONE);
  }

  /** As if runs had missed events: what a live job finds that has told of them (S-2100). */
  public ReferenceReplay(DetectionSet detections, MissedRuns missed) {
    this.detections = detections;
    this.missed = missed;
    this.first = new ReferencePass(detections, SearchPass.EVENTS, ledger, missed);
  }

  public static Result replay(DetectionSet detections, Iterator<RawEvent> records) {
    return replay(detections, records, MissedRuns.NONE);
  }

  public static Result replay(
      DetectionSet detections, Iterator<RawEvent> records, MissedRuns missed) {
    ReferenceReplay replay = new ReferenceReplay(detections, missed);
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
      // As if all of it were late, a group has its event's position.
      router.route(
          kept, time, missed.isEmpty() ? EventClock.NOT_STARTED : Long.MAX_VALUE, first::store);
      if (RiskRecord.isRisk(kept)) {
        risk.add(RiskRecord.ofInput(kept, time));
      }
    }
  }

  /** Does the runs; nothing can be read after that. */
  public Result result() {
    raise(first);
    second();
    findings.sort(ORDER);
    return new Result(
        findings,
        riskEvents,
        notables,
        unparsable,
        suppressed,
        notes,
        failures,
        adHoc,
        lookups,
        ledger);
  }

  private void second() {
    ReferencePass pass = new ReferencePass(detections, SearchPass.RISK, ledger, MissedRuns.NONE);
    RiskRouter router = new RiskRouter(detections, ledger);
    risk.forEach(record -> router.route(record, pass::store));
    router.settle();
    raise(pass);
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

  /** Risk that the second pass raises is not read again (S-712). */
  private void raise(ReferencePass pass) {
    List<Finding> found = pass.run(new ReferencePass.Sink(notes, failures, adHoc, lookups));
    throttle(found);
    found.sort(ORDER);
    FindingStage stage = new FindingStage(detections, ledger);
    found.forEach(finding -> stage.raise(finding, this::take, risk::add));
  }

  private void take(Outcome outcome) {
    if (outcome instanceof Outcome.Found found) {
      findings.add(found.finding());
    } else if (outcome instanceof Outcome.Raised raised) {
      riskEvents.add(raised.event());
    } else if (outcome instanceof Outcome.Notified notified) {
      notables.add(notified.notable());
    }
  }
}
