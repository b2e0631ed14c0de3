package dev.highwater.app.lint;

import dev.highwater.app.catalog.Verdict;
import dev.highwater.engine.spl.Diagnostic;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * For people: errors and warnings with their places, a line for each refused search, and a summary
 * by reason. Of warnings that all say the same the first few are shown; the summary counts the
 * rest.
 */
record TextReport(PrintWriter out, boolean isQuiet) implements LintReport {

  /** Warnings of the same words that are all shown. */
  private static final int MANY = 50;

  private static final int FIRST_FEW = 10;

  @Override
  public void print(List<LintResult> results) {
    Map<String, Integer> warnings = isQuiet ? Map.of() : warnings(results);
    Map<String, Integer> said = new HashMap<>();
    for (LintResult result : results) {
      for (Diagnostic diagnostic : result.diagnostics()) {
        boolean isCut = warnings.getOrDefault(words(diagnostic), 0) > MANY;
        boolean isFew = !isCut || said.merge(words(diagnostic), 1, Integer::sum) <= FIRST_FEW;
        if (isFew && diagnostic.severity() != Diagnostic.Severity.UNSUPPORTED) {
          out.print(diagnostic.render() + "\n");
        }
      }
      if (result.verdict() == Verdict.REFUSED) {
        out.print(place(result) + ": refused: " + String.join("; ", Reason.of(result)) + "\n");
      }
    }
    if (!isQuiet) {
      summary(results);
      count(warnings);
    }
  }

  /** How often each is said. */
  private static Map<String, Integer> warnings(List<LintResult> results) {
    Map<String, Integer> warnings = new LinkedHashMap<>();
    for (LintResult result : results) {
      result.diagnostics().stream()
          .filter(Diagnostic::isWarning)
          .forEach(warning -> warnings.merge(words(warning), 1, Integer::sum));
    }
    return warnings;
  }

  private static String words(Diagnostic diagnostic) {
    String hint = diagnostic.hint() == null ? "" : ". " + diagnostic.hint();
    return diagnostic.message() + hint;
  }

  private void count(Map<String, Integer> warnings) {
    long all = warnings.values().stream().mapToLong(times -> times).sum();
    if (all > 0) {
      out.print("  " + number(all, "warning", "warnings") + "\n");
    }
    warnings.forEach(
        (words, times) -> {
          if (times > MANY) {
            out.print(
                String.format(
                    Locale.ROOT, "  %,6d  more like this: %s%n", times - FIRST_FEW, words));
          }
        });
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
      out.print(
          "  "
              + number(
                  others,
                  "other file, macro or drilldown is",
                  "other files, macros or drilldowns are"));
      out.print(" in error\n");
    }
    for (Map.Entry<String, Long> reason : Reason.counts(searches).entrySet()) {
      out.print(String.format(Locale.ROOT, "  %,6d  %s%n", reason.getValue(), reason.getKey()));
    }
  }

  private static long count(List<LintResult> results, Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }

  /** A count with its noun. */
  static String number(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
