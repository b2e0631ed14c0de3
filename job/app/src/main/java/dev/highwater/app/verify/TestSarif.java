package dev.highwater.app.verify;

import dev.highwater.app.catalog.SarifLog;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Location;
import dev.highwater.engine.verify.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report as SARIF: what failed or could not run, at the search of its detection; what refuses a
 * search, at its own place; content that cannot be read.
 */
final class TestSarif {

  private TestSarif() {}

  /** The log in UTF-8. */
  static byte[] of(TestReport report) {
    List<SarifLog.Result> results = new ArrayList<>();
    report
        .problems()
        .forEach(problem -> results.add(SarifLog.Result.of(problem, problem.location().file())));
    for (TestResult result : report.results()) {
      if (result.status().isFailure()) {
        results.add(result(result));
      }
    }
    return SarifLog.of(results);
  }

  private static SarifLog.Result result(TestResult result) {
    Optional<Diagnostic> refusal =
        result.diagnostics().stream().filter(diagnostic -> !diagnostic.isWarning()).findFirst();
    Location place =
        refusal
            .map(diagnostic -> diagnostic.location().outermost())
            .orElseGet(() -> result.test().detection().search().locate(0));
    return new SarifLog.Result(
        "test-" + result.status().text(),
        "error",
        result.test().testCase().name() + ": " + result.verdict().reason(),
        place.file(),
        place.line(),
        place.column());
  }
}
