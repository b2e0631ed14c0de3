package dev.highwater.app.fields;

import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.Table;
import dev.highwater.engine.addon.FieldHistory;
import dev.highwater.engine.detect.EventDescription;
import dev.highwater.engine.detect.UnparsableEvent;
import dev.highwater.engine.event.EventTime;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.RawEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event for people: what it is, and a line for each setting that touched a field. */
final class EventSheet {

  private EventSheet() {}

  /**
   * Prints the event.
   *
   * @param number of the event, from 1
   * @param fault why no search can see the event, {@code null} when searches can
   */
  static void print(
      long number,
      RawEvent raw,
      EventDescription event,
      UnparsableEvent.@Nullable Reason fault,
      Console console) {
    console.out().println("event " + number + " (" + raw + ")");
    line("_time", event.hasTime() ? EventTime.format(event.timeMillis()) : "none", console);
    for (String name : event.origin().names()) {
      line(name, shown(event.origin().get(name)), console);
    }
    if (fault != null) {
      line("unparsable", fault.text(), console);
    }
    line("eventtype", listed(event.eventTypes()), console);
    line("tag", listed(event.tags()), console);
    line("datasets", listed(event.datasets()), console);
    console.out().println();
    Table table = Table.of("field", "effect", "value", "setting");
    for (FieldHistory history : event.histories()) {
      String name = history.field();
      for (FieldHistory.Step step : history.steps()) {
        table.row(name, step.effect(), shown(step.after()), step.place());
        name = "";
      }
    }
    table.print(console);
    console.out().println();
  }

  private static void line(String name, String value, Console console) {
    console.out().printf("%-11s %s%n", name, value);
  }

  private static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static String shown(@Nullable FieldValue value) {
    return value == null
        ? ""
        : String.join(" | ", value.members().stream().map(FieldValue::text).toList());
  }
}
