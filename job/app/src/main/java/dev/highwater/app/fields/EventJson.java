package dev.highwater.app.fields;

import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.addon.FieldHistory;
import dev.highwater.engine.detect.EventDescription;
import dev.highwater.engine.detect.UnparsableEvent;
import dev.highwater.engine.event.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event as a line of JSON. */
final class EventJson {

  private EventJson() {}

  /**
   * The object with its line feed.
   *
   * @param fault why no search can see the event, {@code null} when searches can
   * @param explains whether it says where each field comes from
   */
  static byte[] line(
      EventDescription event, UnparsableEvent.@Nullable Reason fault, boolean explains) {
    return JsonLine.of(
        line -> {
          if (event.hasTime()) {
            line.time("_time", event.timeMillis());
          }
          if (fault != null) {
            line.text("unparsable", fault.text());
          }
          line.fields(event.origin()).row("fields", event.fields());
          line.texts("eventtypes", event.eventTypes());
          line.texts("tags", event.tags());
          line.texts("datasets", event.datasets());
          if (explains) {
            line.object("history", object -> histories(event.histories(), object));
          }
        });
  }

  private static void histories(List<FieldHistory> histories, JsonLine line) throws IOException {
    for (FieldHistory history : histories) {
      List<JsonLine.Body> steps = new ArrayList<>();
      history.steps().forEach(step -> steps.add(body -> step(step, body)));
      line.objects(history.field(), steps);
    }
  }

  private static void step(FieldHistory.Step step, JsonLine line) throws IOException {
    line.text("setting", step.place()).text("effect", step.effect());
    line.fields(new Row().set("value", step.after()));
  }
}
