package dev.highwater.app.catalog;

import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.plan.FieldSet;
import java.util.List;

/** How a detection's search is carried out. */
record PlanSheet(DetectionView view, List<SourceSearch> sources) {

  /** For people; without plan when the search has none. */
  String text() {
    Sheet sheet =
        new Sheet()
            .title(view.detection().name())
            .line("id", view.detection().id())
            .line("verdict", view.verdict().text())
            .line("schedule", view.schedule());
    view.compiled().ifPresent(search -> sheet.verbatim(search.explain()));
    return sheet.block("sources", sources.stream().map(SourceSearch::describe).toList()).toString();
  }

  /** A line of JSON; without {@code plan} when the search has none. */
  byte[] json() {
    return JsonLine.of(
        json -> {
          json.text("name", view.detection().name())
              .text("id", view.detection().id())
              .text("verdict", view.verdict().text())
              .text("schedule", view.schedule());
          if (view.compiled().isPresent()) {
            json.text("plan", view.compiled().get().explain());
          }
          json.objects("sources", sources.stream().map(PlanSheet::body).toList())
              .objects("diagnostics", DiagnosticJson.bodies(view.diagnostics()));
        });
  }

  /** The names, {@code *} for all. */
  private static List<String> fields(FieldSet extracted) {
    return extracted.isAll() ? List.of("*") : List.copyOf(extracted.names());
  }

  private static JsonLine.Body body(SourceSearch source) {
    return json ->
        json.text("name", source.name())
            .flag("can_match", source.prefilter().canMatch())
            .texts("literals", source.prefilter().anyOf())
            .texts("fields", fields(source.prefilter().extracted()));
  }
}
