package dev.highwater.app.catalog;

import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.content.DataSource;
import dev.highwater.engine.content.Deployment;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.DetectionCase;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.risk.RiskConfiguration;
import dev.highwater.engine.risk.RiskObject;
import dev.highwater.engine.risk.ThreatObject;
import dev.highwater.engine.schedule.SearchWindow;
import java.io.IOException;
import java.util.function.Function;

/** Detections as lines of JSON; what is absent from the content is absent from the object. */
final class DetectionJson {
  private DetectionJson() {}

  /** What a list says of a detection. */
  static byte[] summary(Prepared prepared) {
    return JsonLine.of(json -> summary(json, prepared.detection(), Verdict.of(prepared)));
  }

  private static void summary(JsonLine json, Detection detection, Verdict verdict)
      throws IOException {
    json.text("name", detection.name())
        .text("id", detection.id())
        .number("version", detection.version())
        .text("type", detection.type())
        .text("status", detection.status())
        .text("file", detection.file())
        .text("verdict", verdict.text())
        .texts("mitre_attack_id", detection.mitreAttackIds())
        .texts("analytic_story", detection.analyticStories())
        .texts("data_source", detection.dataSources());
  }

  /** All there is to say of a detection. */
  static byte[] whole(DetectionView view) {
    Detection detection = view.detection();
    return JsonLine.of(
        json -> {
          summary(json, detection, view.verdict());
          json.text("description", detection.description())
              .text(view.isExpanded() ? "expanded_search" : "search", view.search());
          schedule(json, view);
          risk(json, detection.risk());
          json.objects("sources", detection.dataSources().stream().map(source(view)).toList())
              .objects("tests", detection.tests().stream().map(DetectionJson::test).toList())
              .objects("diagnostics", DiagnosticJson.bodies(view.diagnostics()));
        });
  }

  private static void schedule(JsonLine json, DetectionView view) throws IOException {
    Deployment deployment = view.deployment();
    if (deployment == null) {
      return;
    }
    json.object(
        "schedule",
        schedule -> {
          schedule
              .text("cron", deployment.cron().toString())
              .text("earliest", deployment.earliest().toString())
              .text("latest", deployment.latest().toString())
              .text("window", deployment.scheduleWindow())
              .text("zone", view.zone().getId());
          if (view.nextRun().isPresent()) {
            SearchWindow run = view.nextRun().get();
            schedule.object(
                "next_run",
                next ->
                    next.time("scheduled_time", run.scheduledMillis())
                        .time("earliest", run.earliestMillis())
                        .time("latest", run.latestMillis()));
          }
        });
  }

  private static void risk(JsonLine json, RiskConfiguration risk) throws IOException {
    json.object(
        "risk",
        object -> {
          object.text("message", risk.message());
          if (risk.impact().isPresent()) {
            object.number("impact", risk.impact().getAsInt());
          }
          if (risk.confidence().isPresent()) {
            object.number("confidence", risk.confidence().getAsInt());
          }
          object
              .objects(
                  "risk_objects", risk.riskObjects().stream().map(DetectionJson::risk).toList())
              .objects(
                  "threat_objects",
                  risk.threatObjects().stream().map(DetectionJson::threat).toList());
        });
  }

  private static JsonLine.Body risk(RiskObject object) {
    return json ->
        json.text("field", object.field())
            .text("type", object.type().text())
            .number("score", object.score())
            .text("message", object.message());
  }

  private static JsonLine.Body threat(ThreatObject object) {
    return json -> json.text("field", object.field()).text("type", object.type());
  }

  private static Function<String, JsonLine.Body> source(DetectionView view) {
    return name ->
        json -> {
          json.text("name", name);
          DataSource source = view.source(name);
          if (source != null) {
            json.text("source", source.source()).text("sourcetype", source.sourcetype());
          }
        };
  }

  private static JsonLine.Body test(DetectionCase test) {
    return json ->
        json.text("name", test.name())
            .objects("attack_data", test.attackData().stream().map(DetectionJson::data).toList());
  }

  private static JsonLine.Body data(DetectionCase.AttackData data) {
    return json ->
        json.text("data", data.data())
            .text("source", data.source())
            .text("sourcetype", data.sourcetype());
  }
}
