package dev.highwater.app.verify;

import dev.highwater.app.catalog.DiagnosticJson;
import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.detect.FunnelStep;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.verify.TestResult;
import dev.highwater.engine.verify.TestStatus;
import dev.highwater.engine.verify.TestedRun;
import java.io.IOException;
import java.util.List;

/** A report as JSON: {@code {summary, tests: [...]}}. */
final class TestReportJson {

  private TestReportJson() {}

  /** The whole report, one object. */
  static byte[] of(TestReport report) {
    List<JsonLine.Body> tests =
        report.results().stream()
            .<JsonLine.Body>map(result -> json -> write(json, result))
            .toList();
    return JsonLine.of(
        json ->
            json.object("summary", sums -> sums(sums, report))
                .objects("problems", DiagnosticJson.bodies(report.problems()))
                .texts("not_fetched", List.copyOf(report.pointers()))
                .objects("tests", tests));
  }

  /** One test in a line. */
  static byte[] line(TestResult result) {
    return JsonLine.of(json -> write(json, result));
  }

  private static void sums(JsonLine json, TestReport report) throws IOException {
    json.number("detections", report.detections().size())
        .number("without_tests", report.withoutTests())
        .number("tests", report.results().size());
    for (TestStatus status : TestStatus.values()) {
      json.number(status.text().replace(' ', '_'), report.count(status));
    }
    json.number("milliseconds", Math.round(report.seconds() * 1000));
  }

  private static void write(JsonLine json, TestResult result) throws IOException {
    Detection detection = result.test().detection();
    json.text("detection", detection.name())
        .text("detection_id", detection.id())
        .text("type", detection.type())
        .text("file", detection.file())
        .text("test", result.test().testCase().name())
        .text("status", result.status().text())
        .text("reason", result.verdict().reason())
        .texts("mitre_attack_id", detection.mitreAttackIds());
    if (result.nowMillis() != 0) {
      json.text("search", detection.search().text())
          .time("now", result.nowMillis())
          .number("events", result.seen())
          .number("entered", result.entered())
          .number("matched", result.matched());
    }
    json.objects(
            "rows",
            result.rows().stream().<JsonLine.Body>map(row -> each -> each.fields(row)).toList())
        .objects(
            "risk",
            result.riskEvents().stream()
                .<JsonLine.Body>map(event -> each -> risk(each, event))
                .toList())
        .objects("runs", result.runs().stream().map(TestReportJson::run).toList())
        .texts("notes", result.notes())
        .objects("funnel", steps(result.funnel()))
        .objects("diagnostics", DiagnosticJson.bodies(result.diagnostics()));
  }

  private static JsonLine.Body run(TestedRun run) {
    return json ->
        json.time("at", run.scheduledMillis())
            .number("rows", run.rows().size())
            .number("late", run.late());
  }

  private static void risk(JsonLine json, RiskEvent event) throws IOException {
    json.text("risk_object", event.riskObject())
        .text("risk_object_type", event.riskObjectType().text())
        .number("risk_score", event.riskScore())
        .text("risk_message", event.riskMessage());
  }

  /** An object for each step. */
  static List<JsonLine.Body> steps(List<FunnelStep> steps) {
    return steps.stream().<JsonLine.Body>map(step -> each -> step(each, step)).toList();
  }

  private static void step(JsonLine json, FunnelStep step) throws IOException {
    json.text("step", step.what()).number("left", step.left());
    FunnelStep.NearMiss nearest = step.nearest();
    if (nearest != null) {
      json.object(
          "nearest",
          miss ->
              miss.text("input", nearest.input())
                  .number("offset", nearest.offset())
                  .text("values", nearest.values())
                  .text("raw", nearest.raw()));
    }
  }
}
