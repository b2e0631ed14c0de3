package dev.highwater.engine.spec;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.NumberValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values, rows and messages as spec files write them. */
final class SpecText {

  private SpecText() {}

  /** The text of a pipeline behind a pipe that the positions in messages do not count. */
  static SplSource behindPipe(String file, String pipeline) {
    String text = "| " + pipeline;
    int[] offsets =
        IntStream.rangeClosed(0, text.length()).map(offset -> Math.max(0, offset - 2)).toArray();
    return SplSources.inFile(file, pipeline, text, offsets);
  }

  /** As an outcome of an expression: {@code NULL}, {@code TRUE}, {@code 3}, {@code "a"|"b"}. */
  static String value(@Nullable FieldValue value) {
    if (value == null) {
      return "NULL";
    }
    return value.members().stream().map(SpecText::single).collect(Collectors.joining("|"));
  }

  private static String single(FieldValue value) {
    if (value instanceof BooleanValue truth) {
      return truth.name();
    }
    String text = value.text();
    return value instanceof NumberValue ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  /** A row in its own order; the kinds of its values are left out. */
  static String row(Row row) {
    return row.names().stream()
        .map(name -> name + "=" + untyped(row, name))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String untyped(Row row, String name) {
    FieldValue value = row.get(name);
    return value == null
        ? "NULL"
        : value.members().stream()
            .map(member -> '"' + member.text() + '"')
            .collect(Collectors.joining("|"));
  }

  /** The messages without the lines that show the place. */
  static List<String> messages(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(SpecText::message).toList();
  }

  static String message(Diagnostic diagnostic) {
    return "!! " + diagnostic.render().lines().findFirst().orElse("").stripTrailing();
  }
}
