package dev.highwater.connectors.codec;

import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.Annotations;
import dev.highwater.engine.risk.Notable;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Risk events and notables as Detection Findings of the Open Cybersecurity Schema Framework. */
public final class OcsfJson {

  private static final String SCHEMA = "1.4.0";
  private static final int FINDINGS = 2;
  private static final int DETECTION_FINDING = 2004;
  private static final int RULE = 1;
  private static final int OTHER = 99;

  private OcsfJson() {}

  /** One object and a line feed: no alert, with a risk score and the risk object. */
  public static byte[] line(RiskEvent event) {
    return JsonLine.of(
        line -> {
          head(line, event.status(), event.timeMillis(), Severity.ofScore(event.riskScore()));
          line.flag("is_alert", false)
              .text("message", event.riskMessage())
              .decimal("risk_score", event.score().value());
          metadata(line, event.riskEventId());
          info(
              line,
              event.findingId(),
              event.riskMessage(),
              event.searchName(),
              event.infoSearchMillis(),
              event.annotations());
          line.objects(
              "observables",
              List.of(
                  observable("risk_object", event.riskObject(), event.riskObjectType().text())));
          line.object("unmapped", unmapped -> unmapped.fields(event.row()));
        });
  }

  /** One object and a line feed: an alert. */
  public static byte[] line(Notable notable) {
    return JsonLine.of(
        line -> {
          head(line, notable.status(), notable.timeMillis(), notable.urgency());
          line.flag("is_alert", true).text("message", notable.title());
          metadata(line, notable.notableId());
          info(
              line,
              notable.findingId(),
              notable.title(),
              notable.searchName(),
              notable.timeMillis(),
              notable.annotations());
          List<JsonLine.Body> entities = new ArrayList<>();
          notable
              .entities()
              .forEach(each -> entities.add(observable("entity", each.name(), each.type())));
          line.objects("observables", entities)
              .object("unmapped", unmapped -> unmapped.fields(notable.row()));
        });
  }

  private static void head(JsonLine line, Finding.Status status, long timeMillis, Severity severity)
      throws IOException {
    int activity =
        switch (status) {
          case FINAL, EARLY -> 1;
          case AMENDED -> 2;
          case WITHDRAWN -> 3;
        };
    line.number("activity_id", activity)
        .number("category_uid", FINDINGS)
        .number("class_uid", DETECTION_FINDING)
        .text("class_name", "Detection Finding")
        .number("type_uid", DETECTION_FINDING * 100L + activity)
        .number("time", timeMillis)
        .number("severity_id", severityId(severity))
        .text("severity", severity.text())
        .number("status_id", activity == 3 ? 4 : 1);
  }

  private static int severityId(Severity severity) {
    return switch (severity) {
      case UNKNOWN -> 0;
      case INFORMATIONAL -> 1;
      case LOW -> 2;
      case MEDIUM -> 3;
      case HIGH -> 4;
      case CRITICAL -> 5;
    };
  }

  private static void metadata(JsonLine line, String id) throws IOException {
    line.object(
        "metadata",
        metadata ->
            metadata
                .text("version", SCHEMA)
                .text("uid", id)
                .object(
                    "product",
                    product -> product.text("name", "Highwater").text("vendor_name", "Highwater")));
  }

  private static void info(
      JsonLine line,
      String findingId,
      String title,
      String searchName,
      long createdMillis,
      Annotations annotations)
      throws IOException {
    List<JsonLine.Body> attacks =
        annotations.techniques().stream()
            .<JsonLine.Body>map(
                id -> attack -> attack.object("technique", technique -> technique.text("uid", id)))
            .toList();
    line.object(
        "finding_info",
        info ->
            info.text("uid", findingId)
                .text("title", title)
                .number("created_time", createdMillis)
                .object(
                    "analytic",
                    analytic ->
                        analytic
                            .text("name", searchName)
                            .number("type_id", RULE)
                            .text("type", "Rule"))
                .objects("attacks", attacks));
  }

  private static JsonLine.Body observable(String name, String value, String type) {
    int typeId =
        switch (type) {
          case "system" -> 1;
          case "user" -> 4;
          default -> OTHER;
        };
    return observable ->
        observable
            .text("name", name)
            .number("type_id", typeId)
            .text("type", type)
            .text("value", value);
  }
}
