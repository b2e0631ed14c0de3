package dev.highwater.connectors.codec;

import dev.highwater.engine.detect.Outcome;

/** Events that runs missed as lines of JSON. */
public final class LateJson {

  private LateJson() {}

  /** One object and a line feed, in UTF-8: an event and the run that missed it. */
  public static byte[] line(Outcome.Late late) {
    return JsonLine.of(
        line ->
            line.text("reason", "late")
                .text("input", late.position().input())
                .number("offset", late.position().offset())
                .time("time", late.timeMillis())
                .text("detection_id", late.detection())
                .time("scheduled_time", late.window().scheduledMillis())
                .time("earliest", late.window().earliestMillis())
                .time("latest", late.window().latestMillis())
                .number("late_ms", late.byMillis())
                .flag("amended", late.isAmended()));
  }

  /** One object and a line feed, in UTF-8: an event that no run searches. */
  public static byte[] line(Outcome.Future future) {
    return JsonLine.of(
        line ->
            line.text("reason", "future")
                .text("input", future.position().input())
                .number("offset", future.position().offset())
                .time("time", future.timeMillis())
                .number("ahead_ms", future.byMillis()));
  }
}
