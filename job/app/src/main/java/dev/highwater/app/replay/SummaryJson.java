package dev.highwater.app.replay;

import dev.highwater.app.replay.ReplaySummary.Funnel;
import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.util.List;

/** {@code summary.json}: what a replay came to, for programs. */
final class SummaryJson {

  private SummaryJson() {}

  static byte[] of(ReplaySummary summary) {
    return JsonLine.of(
        line ->
            line.object("input", input -> input(input, summary))
                .objects(
                    "detections",
                    summary.detections().stream().map(SummaryJson::detection).toList())
                .objects("refused", summary.refused().stream().map(SummaryJson::refused).toList())
                .objects(
                    "unreadable_content",
                    summary.unreadable().stream().map(SummaryJson::reason).toList()));
  }

  private static void input(JsonLine line, ReplaySummary summary) throws IOException {
    Ledger ledger = summary.ledger();
    line.number("bytes", summary.bytes())
        .number("records", ledger.count(Ledger.INPUT, Counter.READ))
        .number("unparsable", ledger.count(Ledger.INPUT, Counter.UNPARSABLE))
        .number("outside", ledger.count(Ledger.INPUT, Counter.OUTSIDE))
        .number("future", ledger.count(Ledger.INPUT, Counter.FUTURE))
        .number("matches_given_up", ledger.count(Ledger.INPUT, Counter.GIVEN_UP))
        .number("most_stored_slices", ledger.count(Ledger.INPUT, Counter.STORED_SLICES))
        .number("most_stored_bytes", ledger.count(Ledger.INPUT, Counter.STORED_BYTES));
    if (ledger.find(Ledger.INPUT, Counter.FIRST_TIME).isPresent()) {
      line.time("first_event", ledger.count(Ledger.INPUT, Counter.FIRST_TIME))
          .time("last_event", ledger.count(Ledger.INPUT, Counter.LAST_TIME));
    }
  }

  private static JsonLine.Body detection(Funnel funnel) {
    return line ->
        line.text("detection", funnel.item().name())
            .text("detection_id", funnel.item().id())
            .text("status", "run")
            .number("records_seen", funnel.seen())
            .number("entered_model", funnel.entered())
            .number("matched_head", funnel.matched())
            .number("rows", funnel.rows())
            .number("risk_events", funnel.riskEvents())
            .number("notables", funnel.notables())
            .number("runs", funnel.runs())
            .number("late", funnel.late())
            .number("suppressed", funnel.suppressed())
            .number("failed_runs", funnel.failed())
            .number("notes", funnel.notes());
  }

  private static JsonLine.Body refused(Prepared refused) {
    List<JsonLine.Body> reasons =
        refused.diagnostics().stream()
            .filter(diagnostic -> !diagnostic.isWarning())
            .map(SummaryJson::reason)
            .toList();
    return line ->
        line.text("detection", refused.detection().name())
            .text("detection_id", refused.detection().id())
            .objects("reasons", reasons);
  }

  private static JsonLine.Body reason(Diagnostic diagnostic) {
    return line ->
        line.text("file", diagnostic.location().file())
            .number("line", diagnostic.location().line())
            .number("column", diagnostic.location().column())
            .text("message", diagnostic.message());
  }
}
