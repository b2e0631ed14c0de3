package dev.highwater.bench.live;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.json.JsonWriter;
import dev.highwater.engine.schedule.SearchWindow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line of JSON that a job gave. */
record OutcomeLine(Map<String, Json> members) {

  /**
   * @throws IllegalArgumentException when it is no JSON object
   */
  static OutcomeLine of(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    if (JsonReader.read(text) instanceof Json.Members object) {
      return new OutcomeLine(object.byName());
    }
    throw new IllegalArgumentException("Invalid line: " + text + " (must be a JSON object)");
  }

  /** The text of a member; empty when it is not there. */
  String text(String member) {
    Json value = members.get(member);
    String text = value == null ? null : value.fieldText();
    return text == null ? "" : text;
  }

  long millis(String member) {
    return Instant.parse(text(member)).toEpochMilli();
  }

  /** An event and the run that missed it. */
  Outcome.Late late() {
    return new Outcome.Late(
        new EventPosition(text("input"), Long.parseLong(text("offset"))),
        millis("time"),
        text("detection_id"),
        new SearchWindow(millis("scheduled_time"), millis("earliest"), millis("latest")),
        Long.parseLong(text("late_ms")),
        text("amended").equals("true"));
  }

  /** The line without a member. */
  String without(String member) {
    Map<String, Json> others = new LinkedHashMap<>(members);
    others.remove(member);
    return JsonWriter.write(new Json.Members(others));
  }
}
