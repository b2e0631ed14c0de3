package dev.highwater.connectors.codec;

import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.Annotations;
import dev.highwater.engine.risk.Notable;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Risk events and notables as Detection Findings of the Open Cybersecurity Schema Framework
 * (S-1923).
 */
public final class OcsfJson {

  private static final String SCHEMA = "1.4.0";
  private static final int FINDINGS = 2;
  private static final int DETECTION_FINDING = 2004;
  private static final int RULE = 1;
  private static final int HOST_NAME = 1;
  private static final int USER_NAME = 4;
  private static final int OTHER = 99;

  /** What became of the finding, as the schema numbers and names it. */
  private enum Activity {
    CREATE(1, "Create", 1, "New"),
    UPDATE(2, "Update", 1, "New"),
    CLOSE(3, "Close", 4, "Resolved");

    private final int id;
    private final String caption;
    private final int statusId;
    private final String status;

    Activity(int id, String caption, int statusId, String status) {
      this.id = id;
      this.caption = caption;
      this.statusId = statusId;
      this.status = status;
    }

    private static Activity of(Finding.Status status) {
      return switch (status) {
        case FINAL, EARLY -> CREATE;
        case AMENDED -> UPDATE;
        case WITHDRAWN -> CLOSE;
      };
    }
  }

  /** Somebody or something that the finding is about. */
  private record Concerned(String name, String type) {}

  private OcsfJson() {}

  /** One object and a line feed: no alert, with a risk score and the risk object. */
  public static byte[] line(RiskEvent event) {
    return JsonLine.of(
        line -> {
          head(line, event.status(), event.timeMillis(), Severity.ofScore(event.riskScore()));
          line.flag("is_alert", false)
              .text("message", event.riskMessage())
              .number("risk_score", Math.round(event.score().value()));
          metadata(line, event.riskEventId(), event.revision(), event.findingId());
          info(
              line,
              event.riskEventId(),
              event.riskMessage(),
              event.searchName(),
              event.infoSearchMillis(),
              event.annotations());
          concerned(
              line, List.of(new Concerned(event.riskObject(), event.riskObjectType().text())));
          line.object(
              "unmapped",
              unmapped ->
                  unmapped
                      .decimal("calculated_risk_score", event.score().value())
                      .fields(event.row()));
        });
  }

  /** One object and a line feed: an alert. */
  public static byte[] line(Notable notable) {
    return JsonLine.of(
        line -> {
          head(line, notable.status(), notable.timeMillis(), notable.urgency());
          line.flag("is_alert", notable.status() != Finding.Status.WITHDRAWN)
              .text("message", notable.title());
          metadata(line, notable.notableId(), notable.revision(), notable.findingId());
          info(
              line,
              notable.notableId(),
              notable.title(),
              notable.searchName(),
              notable.timeMillis(),
              notable.annotations());
          concerned(
              line,
              notable.entities().stream()
                  .map(each -> new Concerned(each.name(), each.type()))
                  .toList());
          line.object("unmapped", unmapped -> unmapped.fields(notable.row()));
        });
  }

  private static void head(JsonLine line, Finding.Status status, long timeMillis, Severity severity)
      throws IOException {
    Activity activity = Activity.of(status);
    line.number("activity_id", activity.id)
        .text("activity_name", activity.caption)
        .number("category_uid", FINDINGS)
        .text("category_name", "Findings")
        .number("class_uid", DETECTION_FINDING)
        .text("class_name", "Detection Finding")
        .number("type_uid", DETECTION_FINDING * 100L + activity.id)
        .text("type_name", "Detection Finding: " + activity.caption)
        .number("time", timeMillis)
        .number("severity_id", severityId(severity))
        .text("severity", caption(severity))
        .number("status_id", activity.statusId)
        .text("status", activity.status);
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

  private static String caption(Severity severity) {
    String text = severity.text();
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static void metadata(JsonLine line, String id, int revision, String findingId)
      throws IOException {
    line.object(
        "metadata",
        metadata ->
            metadata
                .text("version", SCHEMA)
                .text("uid", id + "." + revision)
                .text("correlation_uid", findingId)
                .object(
                    "product",
                    product -> product.text("name", "Highwater").text("vendor_name", "Highwater")));
  }

  private static void info(
      JsonLine line,
      String id,
      String title,
      String searchName,
      long createdMillis,
      Annotations annotations)
      throws IOException {
    line.object(
        "finding_info",
        info ->
            info.text("uid", id)
                .text("title", title)
                .number("created_time", createdMillis)
                .object(
                    "analytic",
                    analytic ->
                        analytic
                            .text("name", searchName)
                            .number("type_id", RULE)
                            .text("type", "Rule"))
                .objects(
                    "attacks", annotations.techniques().stream().map(OcsfJson::attack).toList()));
  }

  /** A technique by its id; one with a dot is part of another. */
  private static JsonLine.Body attack(String id) {
    int dot = id.indexOf('.');
    if (dot < 0) {
      return attack -> attack.object("technique", technique -> technique.text("uid", id));
    }
    return attack ->
        attack
            .object("technique", technique -> technique.text("uid", id.substring(0, dot)))
            .object("sub_technique", part -> part.text("uid", id));
  }

  private static void concerned(JsonLine line, List<Concerned> all) throws IOException {
    line.objects(
        "resources",
        all.stream()
            .<JsonLine.Body>map(
                each -> resource -> resource.text("name", each.name()).text("type", each.type()))
            .toList());
    line.objects("observables", all.stream().map(OcsfJson::observable).toList());
  }

  private static JsonLine.Body observable(Concerned concerned) {
    return observable -> {
      observable.text("name", "resources.name");
      switch (concerned.type()) {
        case "system" -> observable.number("type_id", HOST_NAME).text("type", "Hostname");
        case "user" -> observable.number("type_id", USER_NAME).text("type", "User Name");
        default -> observable.number("type_id", OTHER).text("type", concerned.type());
      }
      observable.text("value", concerned.name());
    };
  }
}
