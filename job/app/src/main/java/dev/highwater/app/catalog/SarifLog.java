package dev.highwater.app.catalog;

import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** A SARIF 2.1.0 log with one run, for the code scanning of forges. */
public final class SarifLog {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String WITHOUT_RULE = "spl";

  private SarifLog() {}

  /**
   * Something that was found.
   *
   * @param level {@code error}, {@code warning} or {@code note}
   * @param file as a path
   * @param line from 1
   * @param column from 1
   */
  public record Result(
      String rule, String level, String message, String file, int line, int column) {

    /**
     * What a diagnostic says.
     *
     * @param file the file that its place is in
     */
    public static Result of(Diagnostic diagnostic, String file) {
      String hint = diagnostic.hint() == null ? "" : ". " + diagnostic.hint();
      String level =
          switch (diagnostic.severity()) {
            case ERROR -> "error";
            case UNSUPPORTED -> "note";
            case WARNING -> "warning";
          };
      return new Result(
          Objects.requireNonNullElse(diagnostic.rule(), WITHOUT_RULE),
          level,
          diagnostic.message() + hint,
          file,
          diagnostic.location().line(),
          diagnostic.location().column());
    }
  }

  /** The log in UTF-8. */
  public static byte[] of(List<Result> results) {
    TreeSet<String> rules = new TreeSet<>();
    results.forEach(result -> rules.add(result.rule()));
    List<JsonLine.Body> ids =
        rules.stream().<JsonLine.Body>map(rule -> json -> json.text("id", rule)).toList();
    List<JsonLine.Body> bodies =
        results.stream().<JsonLine.Body>map(result -> json -> result(json, result)).toList();
    return JsonLine.of(
        json ->
            json.text("$schema", SCHEMA)
                .text("version", "2.1.0")
                .objects("runs", List.of(run -> run(run, ids, bodies))));
  }

  private static void run(JsonLine run, List<JsonLine.Body> rules, List<JsonLine.Body> results)
      throws IOException {
    run.object(
            "tool",
            tool ->
                tool.object(
                    "driver", driver -> driver.text("name", "highwater").objects("rules", rules)))
        .text("columnKind", "utf16CodeUnits")
        .objects("results", results);
  }

  private static void result(JsonLine json, Result result) throws IOException {
    json.text("ruleId", result.rule())
        .text("level", result.level())
        .object("message", message -> message.text("text", result.message()))
        .objects("locations", List.of(place -> location(place, result)));
  }

  private static void location(JsonLine json, Result result) throws IOException {
    json.object(
        "physicalLocation",
        physical ->
            physical
                .object("artifactLocation", artifact -> artifact.text("uri", uri(result.file())))
                .object(
                    "region",
                    region ->
                        region
                            .number("startLine", result.line())
                            .number("startColumn", result.column())));
  }

  /** A relative reference with what may not stand in one escaped. */
  private static String uri(String file) {
    try {
      return new URI(null, null, file.replace('\\', '/'), null).toASCIIString();
    } catch (URISyntaxException notAPath) {
      return file;
    }
  }
}
