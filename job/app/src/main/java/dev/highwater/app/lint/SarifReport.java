package dev.highwater.app.lint;

import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Location;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** One SARIF 2.1.0 log with one run. */
record SarifReport(PrintWriter out) implements LintReport {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String WITHOUT_RULE = "spl";

  @Override
  public void print(List<LintResult> results) {
    List<JsonLine.Body> findings = new ArrayList<>();
    TreeSet<String> rules = new TreeSet<>();
    for (LintResult result : results) {
      for (Diagnostic diagnostic : result.diagnostics()) {
        rules.add(rule(diagnostic));
        findings.add(json -> finding(json, diagnostic, result.fileOf(diagnostic)));
      }
    }
    List<JsonLine.Body> ids =
        rules.stream().<JsonLine.Body>map(rule -> json -> json.text("id", rule)).toList();
    byte[] log =
        JsonLine.of(
            json ->
                json.text("$schema", SCHEMA)
                    .text("version", "2.1.0")
                    .objects("runs", List.of(run -> run(run, ids, findings))));
    out.print(new String(log, StandardCharsets.UTF_8));
  }

  private static void run(JsonLine run, List<JsonLine.Body> rules, List<JsonLine.Body> findings)
      throws IOException {
    run.object(
            "tool",
            tool ->
                tool.object(
                    "driver", driver -> driver.text("name", "highwater").objects("rules", rules)))
        .text("columnKind", "utf16CodeUnits")
        .objects("results", findings);
  }

  private static void finding(JsonLine json, Diagnostic diagnostic, String file)
      throws IOException {
    String hint = diagnostic.hint() == null ? "" : ". " + diagnostic.hint();
    json.text("ruleId", rule(diagnostic))
        .text("level", level(diagnostic))
        .object("message", message -> message.text("text", diagnostic.message() + hint))
        .objects("locations", List.of(place -> location(place, file, diagnostic.location())));
  }

  private static void location(JsonLine json, String file, Location location) throws IOException {
    json.object(
        "physicalLocation",
        physical ->
            physical
                .object("artifactLocation", artifact -> artifact.text("uri", uri(file)))
                .object(
                    "region",
                    region ->
                        region
                            .number("startLine", location.line())
                            .number("startColumn", location.column())));
  }

  /** A relative reference with what may not stand in one escaped. */
  private static String uri(String file) {
    try {
      return new URI(null, null, file.replace('\\', '/'), null).toASCIIString();
    } catch (URISyntaxException notAPath) {
      return file;
    }
  }

  private static String level(Diagnostic diagnostic) {
    return switch (diagnostic.severity()) {
      case ERROR -> "error";
      case UNSUPPORTED -> "note";
      case WARNING -> "warning";
    };
  }

  private static String rule(Diagnostic diagnostic) {
    return Objects.requireNonNullElse(diagnostic.rule(), WITHOUT_RULE);
  }
}
