package dev.highwater.connectors.hec;

import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.Notable;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.StashText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;

/** Risk events and notables in the envelope that the collector takes. */
final class HecEvent {

  private static final String HOST = "highwater";
  private static final String SOURCETYPE = "stash";

  private HecEvent() {}

  /** The event as the original's own action would have written it; its id is an indexed field. */
  static byte[] of(RiskEvent event, String index) {
    return JsonLine.of(
        line ->
            envelope(line, event.timeMillis(), event.searchName(), index)
                .text("event", StashText.of(event))
                .object(
                    "fields",
                    fields ->
                        fields
                            .text("risk_event_id", event.riskEventId())
                            .text("finding_id", event.findingId())
                            .text("finding_revision", Integer.toString(event.revision()))
                            .text("finding_status", status(event.status()))));
  }

  static byte[] of(Notable notable, String index) {
    return JsonLine.of(
        line ->
            envelope(line, notable.timeMillis(), notable.searchName(), index)
                .text("event", StashText.of(notable))
                .object(
                    "fields",
                    fields ->
                        fields
                            .text("notable_id", notable.notableId())
                            .text("finding_id", notable.findingId())
                            .text("finding_revision", Integer.toString(notable.revision()))
                            .text("finding_status", status(notable.status()))));
  }

  private static String status(Finding.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static JsonLine envelope(JsonLine line, long timeMillis, String source, String index)
      throws IOException {
    return line.text("time", BigDecimal.valueOf(timeMillis, 3).toPlainString())
        .text("host", HOST)
        .text("source", source)
        .text("sourcetype", SOURCETYPE)
        .text("index", index);
  }
}
