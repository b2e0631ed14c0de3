package dev.highwater.app.lint;

import dev.highwater.app.catalog.Verdict;
import dev.highwater.engine.spl.Diagnostic;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * For people: errors and warnings with their places, a line for each refused search, and a summary
 * by reason. A warning that says the same for the eleventh time is only counted in the summary.
 */
record TextReport(PrintWriter out, boolean isQuiet) implements LintReport {

  private static final int OFTEN = 10;

  @Override
  public void print(List<LintResult> results) {
    Map<String, Integer> said = new LinkedHashMap<>();
    for (LintResult result : results) {
      for (Diagnostic diagnostic : result.diagnostics()) {
        boolean isShown = diagnostic.severity() != Diagnostic.Severity.UNSUPPORTED;
        if (isShown && diagnostic.isWarning() && !isQuiet) {
          isShown = said.merge(words(diagnostic), 1, Integer::sum) <= OFTEN;
        }
        if (isShown) {
          out.print(diagnostic.render() + "\n");
        }
      }
      if (result.verdict() == Verdict.REFUSED) {
        out.print(place(result) + ": refused: " + String.join("; ", Reason.of(result)) + "\n");
      }
    }
    if (!isQuiet) {
      summary(results);
      warnings(said);
    }
  }

  private static String words(Diagnostic diagnostic) {
    String hint = diagnostic.hint() == null ? "" : ". " + diagnostic.hint();
    return diagnostic.message() + hint;
  }

  private void warnings(Map<String, Integer> said) {
    long all = said.values().stream().mapToLong(times -> times).sum();
    if (all > 0) {
      out.print("  " + number(all, "warning", "warnings") + "\n");
    }
    said.forEach(
        (words, times) -> {
          if (times > OFTEN) {
            out.print(
                String.format(Locale.ROOT, "  %,6d  more like this: %s%n", times - OFTEN, words));
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

  private static String number(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
