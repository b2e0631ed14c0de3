package dev.highwater.app.lint;

import dev.highwater.app.catalog.DiagnosticJson;
import dev.highwater.connectors.codec.JsonLine;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An object a line for each search, macro and unreadable file. */
record JsonReport(PrintWriter out) implements LintReport {

  @Override
  public void print(List<LintResult> results) {
    for (LintResult result : results) {
      byte[] line =
          JsonLine.of(
              json ->
                  json.text("id", result.name())
                      .text("file", result.file())
                      .text("status", result.verdict().text())
                      .objects("diagnostics", DiagnosticJson.bodies(result.diagnostics())));
      out.print(new String(line, StandardCharsets.UTF_8));
    }
  }
}
