package dev.highwater.engine.match;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Java's engine needs to hear instead: named groups lose their names, since Java's may hold no
 * underscore, and characters that only Java treats as operators inside a class are escaped (S-180,
 * S-181).
 */
final class PcreTranslation {

  private static final Map<String, String> POSIX_CLASSES =
      Map.ofEntries(
          Map.entry("alpha", "\\p{Alpha}"),
          Map.entry("digit", "\\p{Digit}"),
          Map.entry("alnum", "\\p{Alnum}"),
          Map.entry("upper", "\\p{Upper}"),
          Map.entry("lower", "\\p{Lower}"),
          Map.entry("punct", "\\p{Punct}"),
          Map.entry("graph", "\\p{Graph}"),
          Map.entry("print", "\\p{Print}"),
          Map.entry("blank", "\\p{Blank}"),
          Map.entry("cntrl", "\\p{Cntrl}"),
          Map.entry("xdigit", "\\p{XDigit}"),
          Map.entry("space", "\\s"),
          Map.entry("word", "\\w"));

  private final String regex;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Integer> groups = new LinkedHashMap<>();
  private int groupCount;
  private int at;

  private PcreTranslation(String regex) {
    this.regex = regex;
  }

  static PcreTranslation of(String regex) {
    PcreTranslation translation = new PcreTranslation(regex);
    translation.run();
    return translation;
  }

  String javaRegex() {
    return out.toString();
  }

  Map<String, Integer> groups() {
    return groups;
  }

  private void run() {
    while (at < regex.length()) {
      char c = regex.charAt(at);
      switch (c) {
        case '\\' -> escape();
        case '[' -> characterClass();
        case '(' -> group();
        case '{' -> brace();
        default -> copy(1);
      }
    }
  }

  private void copy(int count) {
    int end = Math.min(at + count, regex.length());
    out.append(regex, at, end);
    at = end;
  }

  private void escape() {
    if (regex.startsWith("\\Q", at)) {
      int end = regex.indexOf("\\E", at);
      copy(end < 0 ? regex.length() - at : end + 2 - at);
    } else if (at + 2 < regex.length()
        && regex.charAt(at + 2) == '{'
        && "pPx".indexOf(regex.charAt(at + 1)) >= 0) {
      copy(regex.indexOf('}', at) + 1 - at);
    } else {
      copy(2);
    }
  }

  /** A brace that opens no quantifier is itself for PCRE, an error for Java. */
  private void brace() {
    if (out.length() == 0 || !regex.substring(at).matches("(?s)\\{\\d+(,\\d*)?\\}.*")) {
      out.append('\\');
    }
    copy(1);
  }

  private void group() {
    String name = null;
    int open = 1;
    if (regex.startsWith("(?P<", at)
        || regex.startsWith("(?<", at)
        || regex.startsWith("(?'", at)) {
      open = regex.startsWith("(?P<", at) ? 4 : 3;
      char first = at + open < regex.length() ? regex.charAt(at + open) : 0;
      char close = regex.charAt(at + open - 1) == '\'' ? '\'' : '>';
      int end = regex.indexOf(close, at + open);
      if (first != '=' && first != '!' && end > 0) {
        name = regex.substring(at + open, end);
        open = end + 1 - at;
      }
    }
    if (name != null) {
      groups.putIfAbsent(name, ++groupCount);
      out.append('(');
      at += open;
    } else {
      if (at + 1 >= regex.length() || regex.charAt(at + 1) != '?') {
        groupCount++;
      }
      copy(regex.startsWith("(?", at) ? 2 : 1);
    }
  }

  private void characterClass() {
    copy(1);
    if (at < regex.length() && regex.charAt(at) == '^') {
      copy(1);
    }
    if (at < regex.length() && regex.charAt(at) == ']') {
      out.append('\\');
      copy(1);
    }
    while (at < regex.length() && regex.charAt(at) != ']') {
      classMember();
    }
    copy(1);
  }

  private void classMember() {
    char c = regex.charAt(at);
    int end = regex.startsWith("[:", at) ? regex.indexOf(":]", at) : -1;
    boolean isNegated = regex.startsWith("[:^", at);
    String posix =
        end > 0 ? POSIX_CLASSES.get(regex.substring(at + (isNegated ? 3 : 2), end)) : null;
    if (posix != null) {
      out.append(isNegated ? "[^" + posix + "]" : posix);
      at = end + 2;
    } else if (c == '\\') {
      copy(2);
    } else {
      if (c == '[' || c == '&') {
        out.append('\\');
      }
      copy(1);
    }
  }
}
