package dev.highwater.connectors.codec;

import dev.highwater.engine.detect.Outcome;

/** What runs said about limits as lines of JSON. */
public final class NoteJson {

  private NoteJson() {}

  /** One object and a line feed, in UTF-8. */
  public static byte[] line(Outcome.Noted note) {
    return JsonLine.of(
        line ->
            line.text("detection_id", note.detection())
                .time("scheduled_time", note.window().scheduledMillis())
                .time("earliest", note.window().earliestMillis())
                .time("latest", note.window().latestMillis())
                .text("note", note.message()));
  }
}
