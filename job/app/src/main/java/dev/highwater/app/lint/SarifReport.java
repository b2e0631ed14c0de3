package dev.highwater.app.lint;

import dev.highwater.app.catalog.SarifLog;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One SARIF 2.1.0 log with one run. */
record SarifReport(PrintWriter out) implements LintReport {

  @Override
  public void print(List<LintResult> results) {
    List<SarifLog.Result> all = new ArrayList<>();
    for (LintResult result : results) {
      result.diagnostics().forEach(each -> all.add(SarifLog.Result.of(each, result.fileOf(each))));
    }
    out.print(new String(SarifLog.of(all), StandardCharsets.UTF_8));
  }
}
