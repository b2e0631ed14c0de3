package dev.highwater.app.lint;

import dev.highwater.engine.spl.Diagnostic;
import java.io.PrintWriter;
import java.util.List;

/** For people: errors and warnings with their places, then how many. */
record ValidationText(PrintWriter out, boolean isQuiet) implements LintReport {

  @Override
  public void print(List<LintResult> results) {
    List<Diagnostic> all =
        results.stream().flatMap(result -> result.diagnostics().stream()).toList();
    all.forEach(each -> out.print(each.render() + "\n"));
    if (!isQuiet) {
      long warnings = all.stream().filter(Diagnostic::isWarning).count();
      out.print(
          TextReport.number(results.size(), "file", "files")
              + ": "
              + TextReport.number(all.size() - warnings, "error", "errors")
              + ", "
              + TextReport.number(warnings, "warning", "warnings")
              + "\n");
    }
  }
}
