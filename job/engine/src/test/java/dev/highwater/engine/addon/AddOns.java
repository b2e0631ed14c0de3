package dev.highwater.engine.addon;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.RawEvent;
import java.time.ZoneOffset;
import java.util.List;

/** Small add-ons and events for tests. */
final class AddOns {

  static final EventOrigin ORIGIN = new EventOrigin("in", "Host1", "/var/log/x.log", "st", "main");

  private AddOns() {}

  static AddOnLibrary props(String props) {
    return library(props, "", "", "");
  }

  static AddOnLibrary library(String props, String transforms, String eventTypes, String tags) {
    AddOn addOn =
        new AddOn(
            "test",
            ConfFile.parse("props.conf", props),
            ConfFile.parse("transforms.conf", transforms),
            ConfFile.parse("eventtypes.conf", eventTypes),
            ConfFile.parse("tags.conf", tags));
    return new AddOnLibrary(List.of(addOn), ZoneOffset.UTC);
  }

  static EventFields at(AddOnLibrary library, String text) {
    EventFields fields = library.fieldsOf(ORIGIN);
    fields.moveTo(RawEvent.of(ORIGIN, 0, text), 1_000);
    return fields;
  }

  /** {@code a=1 b=NULL}. */
  static String show(EventFields fields, String... names) {
    StringBuilder out = new StringBuilder();
    for (String name : names) {
      FieldValue value = fields.get(name);
      out.append(out.isEmpty() ? "" : " ").append(name).append('=');
      out.append(value == null ? "NULL" : value.text());
    }
    return out.toString();
  }
}
