package dev.highwater.app.lint;

import dev.highwater.app.catalog.Verdict;
import dev.highwater.engine.spl.Diagnostic;
import java.util.List;

/**
 * What was found in a search or in something else.
 *
 * @param name what it goes by; the file itself where it could not be read
 * @param isSearch whether it is a search that could run here: no macro, no drilldown, no file
 */
record LintResult(
    String name, String file, boolean isSearch, Verdict verdict, List<Diagnostic> diagnostics) {

  LintResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /** A search. */
  static LintResult ofSearch(String name, String file, List<Diagnostic> diagnostics) {
    return new LintResult(name, file, true, Verdict.of(diagnostics), diagnostics);
  }

  /** A macro or a drilldown. */
  static LintResult ofOther(String name, String file, List<Diagnostic> diagnostics) {
    return new LintResult(name, file, false, Verdict.of(diagnostics), diagnostics);
  }

  /** A file that cannot be read as what it should be. */
  static LintResult unreadable(String file, List<Diagnostic> problems) {
    return new LintResult(file, file, false, Verdict.of(problems), problems);
  }

  /** The file that a diagnostic is about, also where the text has a name of its own. */
  String fileOf(Diagnostic diagnostic) {
    String place = diagnostic.location().file();
    return place.startsWith("<") ? file : place;
  }

  boolean hasWarnings() {
    return diagnostics.stream().anyMatch(Diagnostic::isWarning);
  }
}
