package dev.highwater.app.schedule;

import dev.highwater.app.schedule.ScheduleComparison.Compared;
import dev.highwater.app.schedule.ScheduleComparison.Skewed;
import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Delays;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.RiskDelay;
import dev.highwater.engine.detect.ScheduleTiming;
import java.io.IOException;

/** {@code schedule.json}: what schedules see of events that come late, for programs. */
final class ScheduleJson {

  private ScheduleJson() {}

  /** One object and a line feed, in UTF-8; spans are milliseconds. */
  static byte[] of(ScheduleComparison comparison, Ledger ledger) {
    return JsonLine.of(
        line ->
            line.object(
                    "input",
                    input ->
                        input
                            .number("records", ledger.count(Ledger.INPUT, Counter.READ))
                            .number("unparsable", ledger.count(Ledger.INPUT, Counter.UNPARSABLE)))
                .objects(
                    "detections",
                    comparison.detections().stream().map(ScheduleJson::detection).toList())
                .number("refused", comparison.refused().size()));
  }

  private static JsonLine.Body detection(Compared compared) {
    return line -> {
      ScheduleTiming timing = compared.timing();
      schedule(line, compared)
          .number("matched_events", timing.events())
          .number("missed_event_runs", timing.missed())
          .objects("unseen_events", timing.unseen().stream().map(ScheduleJson::unseen).toList())
          .object(
              "findings",
              findings ->
                  difference(findings.number("complete", compared.complete()), compared.splunk()))
          .object("delay_at_run", delays(timing.atRun()))
          .object("delay_at_watermark", delays(timing.atWatermark()))
          .object("delay_at_arrival", delays(timing.atArrival()))
          .number("lag_ms", timing.lagMillis())
          .number("needed_lag_ms", timing.neededLagMillis())
          .objects("skews", compared.skews().stream().map(ScheduleJson::skew).toList());
      RiskDelay delay = compared.delay();
      if (delay != null) {
        line.object("risk_delay", delay(delay));
      }
    };
  }

  private static void difference(JsonLine line, FindingDifference findings) throws IOException {
    line.number("splunk", findings.found())
        .texts("lost", findings.lost())
        .texts("changed", findings.changed());
  }

  private static JsonLine schedule(JsonLine line, Compared compared) throws IOException {
    ScheduleItem schedule = compared.item().schedule();
    return line.text("detection", compared.item().name())
        .text("detection_id", compared.item().id())
        .text("cron", schedule.cron())
        .text("earliest", schedule.earliest())
        .text("latest", schedule.latest());
  }

  private static JsonLine.Body unseen(ScheduleTiming.Unseen event) {
    return line ->
        line.text("input", event.position().input())
            .number("offset", event.position().offset())
            .time("time", event.timeMillis())
            .time("index_time", event.indexMillis());
  }

  private static JsonLine.Body skew(Skewed skewed) {
    return line ->
        line.number("skew_ms", skewed.skew().millis())
            .number("unseen_events", skewed.skew().unseen())
            .number("missed_event_runs", skewed.skew().missed())
            .object("findings", findings -> difference(findings, skewed.findings()));
  }

  private static JsonLine.Body delay(RiskDelay delay) {
    return line ->
        line.number("findings", delay.findings())
            .texts("later", delay.later())
            .texts("lost", delay.lost())
            .texts("changed", delay.changed())
            .number("greatest_delay_ms", delay.greatestDelayMillis());
  }

  private static JsonLine.Body delays(Delays delays) {
    return line ->
        line.number("events", delays.count())
            .number("p50_ms", delays.p50Millis())
            .number("p95_ms", delays.p95Millis())
            .number("max_ms", delays.maxMillis());
  }
}
