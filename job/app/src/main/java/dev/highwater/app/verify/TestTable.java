package dev.highwater.app.verify;

import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.Table;
import dev.highwater.engine.verify.TestResult;
import dev.highwater.engine.verify.TestStatus;
import dev.highwater.engine.verify.TestedRun;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;

/**
 * A report for people: what ran, line by line, then the sums.
 *
 * @param isQuiet whether only failures are shown
 */
record TestTable(TestReport report, boolean isQuiet) {

  void print(Console console) {
    Table table = Table.of("detection", "test", "result", "events", "matched", "rows", "reason");
    for (TestResult result : report.results()) {
      boolean hasRun = result.status() == TestStatus.PASSED || result.status().isFailure();
      if (isQuiet ? result.status().isFailure() : hasRun) {
        table.row(
            result.test().detection().name(),
            result.test().testCase().name(),
            result.status().text(),
            result.seen(),
            result.matched(),
            result.rows().size(),
            result.verdict().reason());
      }
    }
    if (!table.isEmpty()) {
      table.print(console);
    }
    for (TestResult result : report.results()) {
      if (result.status() == TestStatus.FAILED) {
        printHelp(result, console.out());
      }
    }
    console.out().flush();
    if (!isQuiet) {
      printSums(console);
    }
  }

  /** What there was in place of what should have been. */
  private static void printHelp(TestResult result, PrintWriter out) {
    if (result.funnel().isEmpty() && result.runs().isEmpty()) {
      return;
    }
    out.println();
    out.println(result.test().detection().name() + ": " + result.verdict().reason());
    FunnelText.print(result.funnel(), out);
    for (TestedRun run : result.runs()) {
      Instant time = Instant.ofEpochMilli(run.scheduledMillis());
      out.println("  run " + time + ": rows " + run.rows().size() + ", late " + run.late());
    }
  }

  private void printSums(Console console) {
    console
        .err()
        .printf(
            Locale.ROOT,
            "%,d tests of %,d detections: %,d passed, %,d failed, %,d in error, %,d without data,"
                + " %,d skipped; %,d detections have no test; %.1f s%n",
            report.results().size(),
            report.detections().size() - report.withoutTests(),
            report.count(TestStatus.PASSED),
            report.count(TestStatus.FAILED),
            report.count(TestStatus.ERROR),
            report.count(TestStatus.NO_DATA),
            report.count(TestStatus.SKIPPED),
            report.withoutTests(),
            report.seconds());
    if (!report.pointers().isEmpty()) {
      console
          .err()
          .println(
              "Logs are not fetched; in the attack data run: git lfs pull --include \""
                  + String.join(",", report.pointers())
                  + "\"");
    }
    console.err().flush();
  }
}
