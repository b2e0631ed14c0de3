package dev.highwater.app.lint;

import dev.highwater.app.catalog.Verdict;
import dev.highwater.engine.spl.Diagnostic;
import java.util.List;

/**
 * What became of a target.
 *
 * @param name as the target has it; the file itself where it could not be read
 * @param isSearch whether it is a search, not a macro or a file
 */
record LintResult(
    String name, String file, boolean isSearch, Verdict verdict, List<Diagnostic> diagnostics) {

  LintResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /** What came of a target with these diagnostics. */
  static LintResult of(LintTarget target, List<Diagnostic> diagnostics) {
    return new LintResult(
        target.name(), target.file(), target.macro() == null, Verdict.of(diagnostics), diagnostics);
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
