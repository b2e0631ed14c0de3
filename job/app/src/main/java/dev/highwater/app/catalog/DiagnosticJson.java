package dev.highwater.app.catalog;

import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.spl.Diagnostic;
import java.util.List;
import java.util.Locale;

/** Diagnostics as objects of JSON. */
public final class DiagnosticJson {
  private DiagnosticJson() {}

  /** One object for each: severity, place, message, hint and rule. */
  public static List<JsonLine.Body> bodies(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(DiagnosticJson::body).toList();
  }

  private static JsonLine.Body body(Diagnostic diagnostic) {
    return json -> {
      json.text("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT))
          .text("file", diagnostic.location().file())
          .number("line", diagnostic.location().line())
          .number("column", diagnostic.location().column())
          .text("message", diagnostic.message());
      if (diagnostic.hint() != null) {
        json.text("hint", diagnostic.hint());
      }
      if (diagnostic.rule() != null) {
        json.text("rule", diagnostic.rule());
      }
    };
  }
}
