package dev.highwater.engine.command;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Arguments as SPL that reads back as the same arguments. */
final class Written {

  /** Words that mean something to one command or other when they stand bare. */
  private static final Set<String> KEYWORDS = Set.of("as", "by", "d", "desc", "in", "with");

  private Written() {}

  /** A field name or value: bare where that says the same, else in quotes. */
  static String word(String text) {
    return isBare(text) ? text : quoted(text);
  }

  /** Words separated by commas. */
  static String words(Collection<String> texts) {
    return texts.stream().map(Written::word).collect(Collectors.joining(", "));
  }

  /** A text in double quotes. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean isBare(String text) {
    if (text.isEmpty() || "'-+".indexOf(text.charAt(0)) >= 0 || KEYWORDS.contains(text)) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '\u00a0' || c == '\ufeff' || ",()[]|=\"`!\\".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }
}
