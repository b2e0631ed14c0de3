package dev.highwater.app.replay;

import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.spl.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * What a replay came to.
 *
 * @param bytes size of the input on disk
 * @param seconds from the start of the job to its end
 * @param detections those that ran
 * @param refused those that could not run
 * @param unreadable what of the content could not be read
 */
record ReplaySummary(
    Ledger ledger,
    long bytes,
    double seconds,
    List<Funnel> detections,
    List<Prepared> refused,
    List<Diagnostic> unreadable) {

  /**
   * Where the records of a detection went.
   *
   * @param late (record, run) pairs that came after the run; in {@code late.ndjson}
   * @param suppressed findings that others held back; in {@code suppressed.ndjson}
   * @param notes what runs said about limits; in {@code notes.ndjson}
   * @param runs runs over the period that the data covers
   */
  record Funnel(
      DetectionItem item,
      long seen,
      long entered,
      long matched,
      long rows,
      long riskEvents,
      long notables,
      long late,
      long suppressed,
      long failed,
      long notes,
      long runs) {}

  static ReplaySummary of(ReplayContent content, Ledger ledger, long bytes, double seconds) {
    List<Funnel> detections = new ArrayList<>();
    for (Prepared prepared : content.prepared()) {
      prepared.item().ifPresent(item -> detections.add(funnel(item, ledger)));
    }
    return new ReplaySummary(
        ledger, bytes, seconds, detections, content.refused(), content.pack().problems());
  }

  private static Funnel funnel(DetectionItem item, Ledger ledger) {
    return new Funnel(
        item,
        ledger.count(item.id(), Counter.SEEN),
        ledger.count(item.id(), Counter.ENTERED),
        ledger.count(item.id(), Counter.MATCHED),
        ledger.count(item.id(), Counter.ROWS),
        ledger.count(item.id(), Counter.RISK_EVENTS),
        ledger.count(item.id(), Counter.NOTABLES),
        ledger.count(item.id(), Counter.LATE),
        ledger.count(item.id(), Counter.SUPPRESSED),
        ledger.count(item.id(), Counter.FAILED),
        ledger.count(item.id(), Counter.NOTED),
        runs(item.schedule().schedule(), ledger));
  }

  private static long runs(SearchSchedule schedule, Ledger ledger) {
    if (ledger.find(Ledger.INPUT, Counter.FIRST_TIME).isEmpty()) {
      return 0;
    }
    return schedule
        .runsOver(
            ledger.count(Ledger.INPUT, Counter.FIRST_TIME),
            ledger.count(Ledger.INPUT, Counter.LAST_TIME))
        .size();
  }

  /** Whether runs failed. */
  boolean hasFailed() {
    return detections.stream().anyMatch(each -> each.failed() > 0);
  }
}
