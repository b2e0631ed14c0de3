package dev.highwater.app.catalog;

import dev.highwater.engine.content.DataSource;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.detect.SourcePrefilter;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.SearchPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a search looks for candidates among the events of a data source. */
record SourceSearch(String name, SourcePrefilter prefilter) {

  /** For each data source of the detection that the content describes; none without a plan. */
  static List<SourceSearch> of(DetectionView view, Knowledge knowledge) {
    if (view.compiled().isEmpty()) {
      return List.of();
    }
    SearchPlan plan = view.compiled().get().plan();
    List<SourceSearch> searches = new ArrayList<>();
    for (String name : view.detection().dataSources()) {
      DataSource source = view.source(name);
      if (source != null) {
        EventOrigin origin = new EventOrigin("", "", source.source(), source.sourcetype(), "main");
        for (ScanPlan scan : plan.scans()) {
          searches.add(new SourceSearch(name, SourcePrefilter.of(scan, knowledge, origin)));
        }
      }
    }
    return searches;
  }

  String describe() {
    if (!prefilter.canMatch()) {
      return name + ": no event can match, by what the add-ons say of its sourcetype";
    }
    String events =
        prefilter.anyOf().isEmpty()
            ? "every event"
            : "events that hold "
                + prefilter.anyOf().stream()
                    .map(literal -> '"' + literal + '"')
                    .collect(Collectors.joining(" or "));
    return name + ": " + extracted() + " from " + events;
  }

  private String extracted() {
    if (prefilter.extracted().isAll()) {
      return "all fields are extracted";
    }
    return prefilter.extracted().names().isEmpty()
        ? "no field is extracted"
        : String.join(", ", prefilter.extracted().names()) + " are extracted";
  }
}
