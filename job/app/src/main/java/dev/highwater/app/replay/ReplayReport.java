package dev.highwater.app.replay;

import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.replay.ReplaySummary.Funnel;
import dev.highwater.app.terminal.ByteCount;
import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.Table;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.detect.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says what a replay came to: {@code summary.json}, a table of the findings, a funnel for each
 * detection.
 */
final class ReplayReport {

  /** Detections that found nothing are not shown one by one when there are more than this. */
  private static final int FEW = 20;

  /** Reasons for refusal that are shown. */
  private static final int MOST_REASONS = 5;

  private final ReplayOptions options;
  private final Console console;

  ReplayReport(ReplayOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  void print(ReplaySummary summary) throws IOException {
    byte[] json = SummaryJson.of(summary);
    Files.write(options.outputDirectory().resolve("summary.json"), json);
    if (options.content().format() == OutputFormat.JSON) {
      console.out().print(new String(json, StandardCharsets.UTF_8));
    } else if (!options.content().quiet()) {
      FindingTable.print(options.outputDirectory().resolve("findings.ndjson"), console);
      printFunnels(summary.detections());
      printRefused(summary.refused());
      printNotes(summary.detections());
      printLate(summary);
      printTotals(summary);
    }
    console.out().flush();
  }

  private void printFunnels(List<Funnel> detections) {
    Table table =
        Table.of(
            "DETECTION",
            "SEEN",
            "IN MODEL",
            "MATCHED",
            "RUNS",
            "ROWS",
            "RISK",
            "NOTABLES",
            "FAILED");
    for (Funnel each : detections) {
      if (detections.size() <= FEW || each.rows() > 0 || each.failed() > 0) {
        table.row(
            each.item().name(),
            each.seen(),
            each.entered(),
            each.matched(),
            each.runs(),
            each.rows(),
            each.riskEvents(),
            each.notables(),
            each.failed());
      }
    }
    if (!table.isEmpty()) {
      table.print(console);
      console.out().println();
    }
  }

  private void printRefused(List<Prepared> refused) {
    if (refused.isEmpty()) {
      return;
    }
    Map<String, Long> reasons =
        refused.stream()
            .map(ReplayReport::firstReason)
            .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
    console
        .out()
        .println(refused.size() + " detections refused (all in summary.json), most often:");
    reasons.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_REASONS)
        .forEach(entry -> console.out().printf("  %5d  %s%n", entry.getValue(), entry.getKey()));
    console.out().println();
  }

  private static String firstReason(Prepared refused) {
    return refused.diagnostics().stream()
        .filter(diagnostic -> !diagnostic.isWarning())
        .map(diagnostic -> diagnostic.message())
        .findFirst()
        .orElse("");
  }

  private void printNotes(List<Funnel> detections) {
    long notes = detections.stream().mapToLong(Funnel::notes).sum();
    if (notes > 0) {
      console
          .out()
          .printf(
              Locale.ROOT,
              "%,d notes of runs about limits -> %s%n",
              notes,
              options.outputDirectory().resolve("notes.ndjson"));
    }
  }

  private void printLate(ReplaySummary summary) {
    long late = summary.detections().stream().mapToLong(Funnel::late).sum();
    long future = summary.ledger().count(Ledger.INPUT, Counter.FUTURE);
    if (late > 0 || future > 0) {
      console
          .out()
          .printf(
              Locale.ROOT,
              "%,d times an event came after a run that searches it, %,d events are too far ahead"
                  + " -> %s%n",
              late,
              future,
              options.outputDirectory().resolve("late.ndjson"));
    }
  }

  private void printTotals(ReplaySummary summary) {
    Ledger ledger = summary.ledger();
    long records = ledger.count(Ledger.INPUT, Counter.READ);
    long rows = summary.detections().stream().mapToLong(Funnel::rows).sum();
    long risk = summary.detections().stream().mapToLong(Funnel::riskEvents).sum();
    long notables = summary.detections().stream().mapToLong(Funnel::notables).sum();
    console
        .out()
        .printf(
            Locale.ROOT,
            "%,d records (%s), %,d unparsable, %,d outside every schedule; %,d findings, %,d risk"
                + " events, %,d notables from %,d detections in %.2f s -> %s%n",
            records,
            ByteCount.text(summary.bytes()),
            ledger.count(Ledger.INPUT, Counter.UNPARSABLE),
            ledger.count(Ledger.INPUT, Counter.OUTSIDE),
            rows,
            risk,
            notables,
            summary.detections().size(),
            summary.seconds(),
            options.outputDirectory());
    long givenUp = ledger.count(Ledger.INPUT, Counter.GIVEN_UP);
    if (givenUp > 0) {
      console
          .out()
          .printf(
              Locale.ROOT,
              "%,d matches in fields of events were given up: they took too many steps%n",
              givenUp);
    }
  }
}
