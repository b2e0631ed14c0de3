package dev.highwater.connectors.codec;

import dev.highwater.engine.detect.Outcome;

/** Runs that failed as lines of JSON. */
public final class FailedRunJson {

  private FailedRunJson() {}

  /** One object and a line feed, in UTF-8. */
  public static byte[] line(Outcome.Failed failed) {
    return JsonLine.of(
        line ->
            line.text("detection_id", failed.detection())
                .time("scheduled_time", failed.window().scheduledMillis())
                .time("earliest", failed.window().earliestMillis())
                .time("latest", failed.window().latestMillis())
                .text("reason", failed.reason()));
  }
}
