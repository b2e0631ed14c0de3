package dev.highwater.connectors.codec;

import dev.highwater.engine.risk.RiskEvent;
import java.util.Locale;

/** Risk events as lines of JSON. */
public final class RiskEventJson {

  private RiskEventJson() {}

  /**
   * One object and a line feed, in UTF-8. Lists are arrays even when they hold one value or none;
   * {@code info_max_time} is absent where the window has no end.
   */
  public static byte[] line(RiskEvent event) {
    return JsonLine.of(
        line ->
            line.text("risk_event_id", event.riskEventId())
                .text("finding_id", event.findingId())
                .text("status", event.status().name().toLowerCase(Locale.ROOT))
                .number("revision", event.revision())
                .time("_time", event.timeMillis())
                .text("search_name", event.searchName())
                .text("source", event.searchName())
                .text("risk_object", event.riskObject())
                .text("risk_object_type", event.riskObjectType().text())
                .number("risk_score", event.riskScore())
                .text("risk_message", event.riskMessage())
                .texts("threat_object", event.threatObjects())
                .texts("threat_object_type", event.threatObjectTypes())
                .texts("analyticstories", event.analyticStories())
                .texts("annotations.mitre_attack", event.mitreAttackIds())
                .time("info_min_time", event.infoMinMillis())
                .time("info_max_time", event.infoMaxMillis())
                .row("row", event.row()));
  }
}
