package dev.highwater.app.lint;

import dev.highwater.app.catalog.Verdict;
import dev.highwater.engine.spl.Diagnostic;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * For people: errors and warnings with their places, a line for each refused search, and a summary
 * by reason.
 */
record TextReport(PrintWriter out, boolean isQuiet) implements LintReport {

  @Override
  public void print(List<LintResult> results) {
    for (LintResult result : results) {
      result.diagnostics().stream()
          .filter(diagnostic -> diagnostic.severity() != Diagnostic.Severity.UNSUPPORTED)
          .forEach(diagnostic -> out.print(diagnostic.render() + "\n"));
      if (result.verdict() == Verdict.REFUSED) {
        out.print(place(result) + ": refused: " + String.join("; ", Reason.of(result)) + "\n");
      }
    }
    if (!isQuiet) {
      summary(results);
    }
  }

  private static String place(LintResult result) {
    return result.name().equals(result.file())
        ? result.file()
        : result.file() + " (" + result.name() + ")";
  }

  private void summary(List<LintResult> results) {
    List<LintResult> searches = results.stream().filter(LintResult::isSearch).toList();
    long errors = count(results, Verdict.ERROR);
    out.print(
        number(searches.size(), "search", "searches")
            + ": "
            + String.format(Locale.ROOT, "%,d", count(searches, Verdict.RUN))
            + " run, "
            + String.format(Locale.ROOT, "%,d", count(searches, Verdict.REFUSED))
            + " refused, "
            + String.format(Locale.ROOT, "%,d", count(searches, Verdict.ERROR))
            + " in error\n");
    long others = errors - count(searches, Verdict.ERROR);
    if (others > 0) {
      out.print("  " + number(others, "other file or macro is", "other files or macros are"));
      out.print(" in error\n");
    }
    for (Map.Entry<String, Long> reason : Reason.counts(searches).entrySet()) {
      out.print(String.format(Locale.ROOT, "  %,6d  %s%n", reason.getValue(), reason.getKey()));
    }
    long warnings =
        results.stream()
            .flatMap(r -> r.diagnostics().stream())
            .filter(Diagnostic::isWarning)
            .count();
    if (warnings > 0) {
      out.print("  " + number(warnings, "warning", "warnings") + "\n");
    }
  }

  private static long count(List<LintResult> results, Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }

  private static String number(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
