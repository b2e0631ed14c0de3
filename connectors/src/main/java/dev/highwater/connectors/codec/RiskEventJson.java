package dev.highwater.connectors.codec;

import dev.highwater.engine.risk.CalculatedScore;
import dev.highwater.engine.risk.RiskEvent;
import java.io.IOException;
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
        line -> {
          line.text("risk_event_id", event.riskEventId())
              .text("finding_id", event.findingId())
              .text("status", event.status().name().toLowerCase(Locale.ROOT))
              .number("revision", event.revision())
              .time("_time", event.timeMillis())
              .text("search_name", event.searchName())
              .text("source", event.searchName())
              .text("risk_object", event.riskObject())
              .text("risk_object_type", event.riskObjectType().text())
              .text("normalized_risk_object", event.normalizedRiskObject())
              .number("risk_score", event.riskScore());
          score(line, event.score());
          line.text("risk_message", event.riskMessage())
              .texts("threat_object", event.threatObjects())
              .texts("threat_object_type", event.threatObjectTypes());
          AnnotationsJson.write(line, event.annotations());
          line.text("contributing_events_search", event.contributingEventsSearch())
              .time("info_min_time", event.infoMinMillis())
              .time("info_max_time", event.infoMaxMillis())
              .time("info_search_time", event.infoSearchMillis())
              .row("row", event.row());
        });
  }

  private static void score(JsonLine line, CalculatedScore score) throws IOException {
    line.decimal("calculated_risk_score", score.value());
    if (!score.additions().isEmpty()) {
      line.decimal("risk_factor_add", score.added())
          .texts("risk_factor_add_matched", score.additions());
    }
    if (!score.multiplications().isEmpty()) {
      line.decimal("risk_factor_mult", score.multiplied())
          .texts("risk_factor_mult_matched", score.multiplications());
    }
  }
}
