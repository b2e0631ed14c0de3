package dev.highwater.app.lint;

import dev.highwater.app.catalog.Verdict;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Diagnostic.Severity;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Why searches are refused, in a few words. */
final class Reason {

  private static final String COMMAND = "known SPL command, not supported: ";

  private Reason() {}

  /** The reasons of a refused search, each once, in the order of the text. */
  static Set<String> of(LintResult result) {
    Set<String> reasons = new LinkedHashSet<>();
    for (Diagnostic diagnostic : result.diagnostics()) {
      if (diagnostic.severity() == Severity.UNSUPPORTED) {
        reasons.add(text(diagnostic.message()));
      }
    }
    return reasons;
  }

  private static String text(String message) {
    return message.startsWith(COMMAND)
        ? "needs command " + message.substring(COMMAND.length())
        : message;
  }

  /** How many searches have each reason, the most frequent first; a search may have several. */
  static Map<String, Long> counts(List<LintResult> results) {
    Map<String, Long> counts = new TreeMap<>();
    for (LintResult result : results) {
      if (result.verdict() == Verdict.REFUSED) {
        of(result).forEach(reason -> counts.merge(reason, 1L, Long::sum));
      }
    }
    Map<String, Long> ordered = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }
}
