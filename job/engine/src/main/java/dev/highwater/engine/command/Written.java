package dev.highwater.engine.command;

import dev.highwater.engine.spl.FieldName;
import java.util.Collection;
import java.util.stream.Collectors;

/** Arguments as SPL that reads back as the same arguments. */
final class Written {

  private Written() {}

  /** A field name or value: bare where that says the same, else in quotes. */
  static String word(String text) {
    return FieldName.inSpl(text);
  }

  /** Words separated by commas. */
  static String words(Collection<String> texts) {
    return texts.stream().map(Written::word).collect(Collectors.joining(", "));
  }

  /** A text in double quotes. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
