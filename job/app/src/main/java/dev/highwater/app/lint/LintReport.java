package dev.highwater.app.lint;

import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.terminal.Console;
import java.util.List;

/** A form in which the results are printed. */
interface LintReport {

  void print(List<LintResult> results);

  /**
   * The report of a format.
   *
   * @param isQuiet whether a summary for people is left out
   */
  static LintReport of(OutputFormat format, Console console, boolean isQuiet) {
    return switch (format) {
      case TEXT -> new TextReport(console.out(), isQuiet);
      case JSON -> new JsonReport(console.out());
      case SARIF -> new SarifReport(console.out());
      case GITHUB -> new GithubReport(console.out());
      case NDJSON, CSV, TABLE ->
          throw new IllegalArgumentException("Invalid format: " + format + " (must be of lint)");
    };
  }
}
