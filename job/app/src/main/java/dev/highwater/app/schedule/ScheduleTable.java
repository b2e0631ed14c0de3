package dev.highwater.app.schedule;

import dev.highwater.app.schedule.ScheduleComparison.Compared;
import dev.highwater.app.schedule.ScheduleComparison.Skewed;
import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.Table;
import dev.highwater.engine.detect.Delays;
import dev.highwater.engine.detect.RiskDelay;
import dev.highwater.engine.detect.ScheduleTiming;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The comparison for people: what is lost, and how long detection takes. */
final class ScheduleTable {

  private static final long MINUTE_SECONDS = 60;
  private static final long HOUR_SECONDS = 3600;

  private ScheduleTable() {}

  static void print(ScheduleComparison comparison, Path out, Console console) {
    List<Compared> concerned = comparison.concerned();
    if (!concerned.isEmpty()) {
      lost(concerned).print(console);
      console.out().println();
      delays(concerned).print(console);
      console.out().println();
    }
    print(skews(concerned), console);
    print(riskDelays(concerned), console);
    printSkewTotals(concerned, console);
    printTotals(comparison, concerned, out, console);
  }

  private static void print(Table table, Console console) {
    if (!table.isEmpty()) {
      table.print(console);
      console.out().println();
    }
  }

  private static Table lost(List<Compared> concerned) {
    Table table =
        Table.of(
            "DETECTION", "EVENTS", "UNSEEN", "FINDINGS", "LOST", "CHANGED", "LAG", "LAG NEEDED");
    for (Compared each : concerned) {
      ScheduleTiming timing = each.timing();
      table.row(
          each.item().name(),
          timing.events(),
          timing.unseen().size(),
          each.complete(),
          each.splunk().lost().size(),
          each.splunk().changed().size(),
          span(timing.lagMillis()),
          span(timing.neededLagMillis()));
    }
    return table;
  }

  private static Table delays(List<Compared> concerned) {
    Table table = Table.of("DETECTION", "DELAY", "P50", "P95", "MAX");
    for (Compared each : concerned) {
      row(table, each, "at Splunk's run", each.timing().atRun());
      row(table, each, "when the stream has passed the run", each.timing().atWatermark());
      row(table, each, "when the event came", each.timing().atArrival());
    }
    return table;
  }

  private static void row(Table table, Compared compared, String what, Delays delays) {
    if (delays.count() > 0) {
      table.row(
          compared.item().name(),
          what,
          span(delays.p50Millis()),
          span(delays.p95Millis()),
          span(delays.maxMillis()));
    }
  }

  /** Those of detections whose findings change with the time at which runs start. */
  private static Table skews(List<Compared> concerned) {
    Table table =
        Table.of("DETECTION", "RUNS START", "UNSEEN", "MISSED", "FINDINGS", "LOST", "CHANGED");
    for (Compared each : concerned) {
      ScheduleTiming timing = each.timing();
      if (each.skews().stream().anyMatch(skewed -> !skewed.findings().equals(each.splunk()))) {
        long unseen = timing.unseen().size();
        row(table, each, new ScheduleTiming.Skew(0, unseen, timing.missed()), each.splunk());
        for (Skewed skewed : each.skews()) {
          row(table, each, skewed.skew(), skewed.findings());
        }
      }
    }
    return table;
  }

  private static void row(
      Table table, Compared compared, ScheduleTiming.Skew skew, FindingDifference findings) {
    table.row(
        compared.item().name(),
        skew.millis() == 0 ? "on time" : span(skew.millis()) + " late",
        skew.unseen(),
        skew.missed(),
        findings.found(),
        findings.lost().size(),
        findings.changed().size());
  }

  private static Table riskDelays(List<Compared> concerned) {
    Table table =
        Table.of("CORRELATION, A RUN BEHIND", "FINDINGS", "LATER", "AT MOST", "LOST", "CHANGED");
    for (Compared each : concerned) {
      RiskDelay delay = each.delay();
      if (delay != null && delay.findings() > 0) {
        table.row(
            each.item().name(),
            delay.findings(),
            delay.later().size(),
            span(delay.greatestDelayMillis()),
            delay.lost().size(),
            delay.changed().size());
      }
    }
    return table;
  }

  private static void printTotals(
      ScheduleComparison comparison, List<Compared> concerned, Path out, Console console) {
    ToLongFunction<Compared> unseen = each -> each.timing().unseen().size();
    ToLongFunction<Compared> lost = each -> each.splunk().lost().size();
    ToLongFunction<Compared> changed = each -> each.splunk().changed().size();
    console
        .out()
        .printf(
            Locale.ROOT,
            "%,d of %,d detections matched events or risk; %,d events were seen by no run, %,d"
                + " findings lost, %,d changed; %,d detections refused -> %s%n",
            concerned.size(),
            comparison.detections().size(),
            concerned.stream().mapToLong(unseen).sum(),
            concerned.stream().mapToLong(lost).sum(),
            concerned.stream().mapToLong(changed).sum(),
            comparison.refused().size(),
            out);
  }

  /** What all detections together miss when their runs start so much later. */
  private static void printSkewTotals(List<Compared> concerned, Console console) {
    Map<Long, List<Skewed>> bySkew = new TreeMap<>();
    for (Compared each : concerned) {
      each.skews()
          .forEach(
              skewed ->
                  bySkew
                      .computeIfAbsent(skewed.skew().millis(), skew -> new ArrayList<>())
                      .add(skewed));
    }
    bySkew.remove(0L);
    bySkew.forEach(
        (skew, all) ->
            console
                .out()
                .printf(
                    Locale.ROOT,
                    "Runs that start %s late: %,d events seen by no run, %,d findings lost, %,d"
                        + " changed, in %,d detections%n",
                    span(skew),
                    all.stream().mapToLong(each -> each.skew().unseen()).sum(),
                    all.stream().mapToLong(each -> each.findings().lost().size()).sum(),
                    all.stream().mapToLong(each -> each.findings().changed().size()).sum(),
                    all.size()));
  }

  /** {@code 1h05m}, {@code 10m}, {@code 4.2s}. */
  static String span(long millis) {
    Duration span = Duration.ofMillis(millis);
    long seconds = span.toSeconds();
    if (seconds < MINUTE_SECONDS) {
      return String.format(Locale.ROOT, "%.1fs", millis / 1000.0);
    }
    return seconds < HOUR_SECONDS
        ? String.format(Locale.ROOT, "%dm%02ds", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%dh%02dm", seconds / 3600, seconds / 60 % 60);
  }
}
