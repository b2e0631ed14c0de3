package dev.highwater.app.search;

import dev.highwater.app.catalog.DiagnosticJson;
import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prints what became of the searches of a file, an object a line. */
final class JobPrinter {

  private final PrintWriter out;

  JobPrinter(PrintWriter out) {
    this.out = out;
  }

  /** {@code {id, rows}}; the rows are not held in memory. */
  void rows(Json id, ResultRows rows) throws IOException {
    String head = text(JsonLine.of(line -> addId(id, line)));
    out.print(head.substring(0, head.lastIndexOf('}')) + ",\"rows\":[");
    String[] separator = {""};
    rows.forEach(
        row -> {
          out.print(separator[0]);
          out.print(RowPrinter.json(row).stripTrailing());
          separator[0] = ",";
        });
    out.print("]}\n");
  }

  /** {@code {id, diagnostics}}. */
  void diagnostics(Json id, List<Diagnostic> diagnostics) {
    out.print(
        text(
            JsonLine.of(
                line ->
                    addId(id, line).objects("diagnostics", DiagnosticJson.bodies(diagnostics)))));
  }

  /** As it stands in the file; a number that is no whole one becomes text. */
  private static JsonLine addId(Json id, JsonLine line) throws IOException {
    String text = String.valueOf(id.fieldText());
    return id instanceof Json.Numeral && text.matches("-?[0-9]{1,18}")
        ? line.number("id", Long.parseLong(text))
        : line.text("id", text);
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }
}
