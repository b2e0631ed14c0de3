package dev.highwater.app.schedule;

import dev.highwater.app.schedule.ScheduleComparison.Compared;
import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.Table;
import dev.highwater.engine.detect.Delays;
import dev.highwater.engine.detect.ScheduleTiming;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The comparison for people: what is lost, and how long detection takes. */
final class ScheduleTable {

  private static final long MINUTE_SECONDS = 60;
  private static final long HOUR_SECONDS = 3600;

  private ScheduleTable() {}

  static void print(ScheduleComparison comparison, Path out, Console console) {
    List<Compared> matched = comparison.withEvents();
    Table lost =
        Table.of(
            "DETECTION", "EVENTS", "UNSEEN", "FINDINGS", "LOST", "CHANGED", "LAG", "LAG NEEDED");
    Table delays = Table.of("DETECTION", "DELAY", "P50", "P95", "MAX");
    for (Compared each : matched) {
      ScheduleTiming timing = each.timing();
      lost.row(
          each.item().name(),
          timing.events(),
          timing.unseen().size(),
          each.complete(),
          each.lost().size(),
          each.changed().size(),
          span(timing.lagMillis()),
          span(timing.neededLagMillis()));
      row(delays, each, "at Splunk's run", timing.atRun());
      row(delays, each, "when the stream has passed the run", timing.atWatermark());
      row(delays, each, "when the event came", timing.atArrival());
    }
    if (!matched.isEmpty()) {
      lost.print(console);
      console.out().println();
      delays.print(console);
      console.out().println();
      matched.forEach(each -> printSkews(each, console));
    }
    printTotals(comparison, matched, out, console);
  }

  private static void row(Table table, Compared compared, String what, Delays delays) {
    table.row(
        compared.item().name(),
        what,
        span(delays.p50Millis()),
        span(delays.p95Millis()),
        span(delays.maxMillis()));
  }

  private static void printSkews(Compared compared, Console console) {
    for (ScheduleTiming.Skew skew : compared.timing().skews()) {
      if (skew.unseen() != compared.timing().unseen().size()) {
        console
            .out()
            .printf(
                Locale.ROOT,
                "%s: runs that start %s late leave %,d events unseen%n",
                compared.item().name(),
                span(skew.millis()),
                skew.unseen());
      }
    }
  }

  private static void printTotals(
      ScheduleComparison comparison, List<Compared> matched, Path out, Console console) {
    console
        .out()
        .printf(
            Locale.ROOT,
            "%,d of %,d detections matched events; %,d events were seen by no run, %,d findings"
                + " lost, %,d changed; %,d detections refused -> %s%n",
            matched.size(),
            comparison.detections().size(),
            matched.stream().mapToLong(each -> each.timing().unseen().size()).sum(),
            matched.stream().mapToLong(each -> each.lost().size()).sum(),
            matched.stream().mapToLong(each -> each.changed().size()).sum(),
            comparison.refused().size(),
            out);
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
