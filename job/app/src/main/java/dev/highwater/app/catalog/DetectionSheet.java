package dev.highwater.app.catalog;

import dev.highwater.engine.content.Deployment;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.DetectionCase;
import dev.highwater.engine.event.EventTime;
import dev.highwater.engine.risk.RiskConfiguration;
import dev.highwater.engine.risk.RiskObject;
import dev.highwater.engine.schedule.SearchWindow;
import dev.highwater.engine.spl.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A detection for people: all that its files say, put together. */
final class DetectionSheet {
  private final DetectionView view;
  private final Sheet sheet = new Sheet();

  private DetectionSheet(DetectionView view) {
    this.view = view;
  }

  static String of(DetectionView view) {
    return new DetectionSheet(view).text();
  }

  private String text() {
    head();
    schedule();
    risk();
    Detection detection = view.detection();
    sheet.block("techniques", detection.mitreAttackIds());
    sheet.block("stories", detection.analyticStories());
    sheet.block(
        "data sources", detection.dataSources().stream().map(view::describeSource).toList());
    sheet.block("tests", detection.tests().stream().flatMap(DetectionSheet::test).toList());
    sheet.block(
        view.isExpanded() ? "search, macros expanded" : "search, as written",
        view.search().strip().lines().toList());
    sheet.block(
        "diagnostics",
        view.diagnostics().stream().map(Diagnostic::render).flatMap(String::lines).toList());
    return sheet.toString();
  }

  private void head() {
    Detection detection = view.detection();
    sheet
        .title(detection.name())
        .line("id", detection.id())
        .line("version", String.valueOf(detection.version()))
        .line("type", detection.type())
        .line("status", detection.status())
        .line("file", detection.file())
        .line("verdict", view.verdict().text())
        .line("description", detection.description());
  }

  private void schedule() {
    Deployment deployment = view.deployment();
    if (deployment == null) {
      return;
    }
    sheet
        .title("schedule")
        .line("cron", deployment.cron().toString())
        .line("earliest", deployment.earliest().toString())
        .line("latest", deployment.latest().toString())
        .line("window", deployment.scheduleWindow())
        .line("zone", view.zone().getId())
        .line("next run", view.nextRun().map(DetectionSheet::describe).orElse(""));
  }

  private static String describe(SearchWindow window) {
    return EventTime.format(window.scheduledMillis())
        + " over "
        + EventTime.format(window.earliestMillis())
        + ".."
        + EventTime.format(window.latestMillis());
  }

  private void risk() {
    RiskConfiguration risk = view.detection().risk();
    if (risk.equals(RiskConfiguration.NONE)) {
      return;
    }
    sheet
        .title("risk")
        .line("message", risk.message())
        .line("impact", text(risk.impact()))
        .line("confidence", text(risk.confidence()));
    risk.riskObjects().forEach(object -> sheet.line("object", describe(object, risk.message())));
    risk.threatObjects()
        .forEach(object -> sheet.line("threat", object.field() + " (" + object.type() + ")"));
  }

  private static String text(OptionalInt number) {
    return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
  }

  private static String describe(RiskObject object, String sharedMessage) {
    String head = object.field() + " (" + object.type().text() + "), score " + object.score();
    return object.message().equals(sharedMessage) ? head : head + ": " + object.message();
  }

  private static Stream<String> test(DetectionCase test) {
    List<String> lines = new ArrayList<>();
    lines.add(test.name());
    for (DetectionCase.AttackData data : test.attackData()) {
      lines.add("  " + data.data());
      lines.add("    source=" + data.source() + " sourcetype=" + data.sourcetype());
    }
    return lines.stream();
  }
}
