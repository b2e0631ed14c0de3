package dev.highwater.connectors.codec;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.finding.Finding;
import java.io.IOException;
import java.util.Locale;

/** Findings as lines of JSON. */
public final class FindingJson {

  private FindingJson() {}

  /** One object and a line feed, in UTF-8; {@code latest} is absent where the window has no end. */
  public static byte[] line(Finding finding) {
    return JsonLine.of(line -> write(line, finding));
  }

  /** The finding, which is held back, and by which one until when. */
  public static byte[] line(Outcome.Suppressed suppressed) {
    return JsonLine.of(
        line ->
            write(line, suppressed.finding())
                .text("suppressed_by", suppressed.by().findingId())
                .time("suppressed_since", suppressed.by().scheduledMillis())
                .time("suppressed_until", suppressed.by().untilMillis()));
  }

  private static JsonLine write(JsonLine line, Finding finding) throws IOException {
    return line.text("finding_id", finding.findingId())
        .text("status", finding.status().name().toLowerCase(Locale.ROOT))
        .number("revision", finding.revision())
        .text("detection", finding.detection())
        .text("detection_id", finding.detectionId())
        .number("detection_version", finding.detectionVersion())
        .text("type", finding.type())
        .time("scheduled_time", finding.window().scheduledMillis())
        .time("earliest", finding.window().earliestMillis())
        .time("latest", finding.window().latestMillis())
        .row("row", finding.row())
        .text("content_revision", finding.provenance().contentRevision())
        .objects("events", finding.provenance().events().stream().map(FindingJson::event).toList());
  }

  private static JsonLine.Body event(EventPosition event) {
    return line -> line.text("input", event.input()).number("offset", event.offset());
  }
}
