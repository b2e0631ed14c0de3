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
  private boolean canRepeat;
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

  /** Whether something in it may match several times, so that a match may take long. */
  boolean canRepeat() {
    return canRepeat;
  }

  private void run() {
    while (at < regex.length()) {
      char c = regex.charAt(at);
      switch (c) {
        case '\\' -> escape();
        case '[' -> characterClass();
        case '(' -> group();
        case '{' -> brace();
        default -> {
          canRepeat |= c == '*' || c == '+';
          copy(1);
        }
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
    } else {
      at = new PcreEscape(regex, at, groups, groupCount).append(out, false);
    }
  }

  /** A brace that opens no quantifier is itself for PCRE, an error for Java. */
  private void brace() {
    if (out.length() == 0 || !isQuantifier()) {
      out.append('\\');
    } else {
      canRepeat = true;
    }
    copy(1);
  }

  /** Whether {@code {n}}, {@code {n,}} or {@code {n,m}} is next. */
  private boolean isQuantifier() {
    int end = behindDigits(at + 1);
    if (end == at + 1) {
      return false;
    }
    if (end < regex.length() && regex.charAt(end) == ',') {
      end = behindDigits(end + 1);
    }
    return end < regex.length() && regex.charAt(end) == '}';
  }

  private int behindDigits(int from) {
    int end = from;
    while (end < regex.length() && regex.charAt(end) >= '0' && regex.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private void group() {
    PcreGroup group = PcreGroup.read(regex, at);
    if (group.isComment()) {
      at = group.end();
    } else if (group.backReference() != null) {
      at = group.end();
      PcreEscape.appendReference(out, PcreEscape.numberOf(regex, group.backReference(), groups));
    } else if (group.name() != null) {
      groups.putIfAbsent(group.name(), ++groupCount);
      out.append('(');
      at = group.end();
    } else {
      if (group.isCapture()) {
        groupCount++;
      }
      copy(group.end() - at);
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
      at = new PcreEscape(regex, at, groups, groupCount).append(out, true);
    } else {
      if (c == '[' || c == '&') {
        out.append('\\');
      }
      copy(1);
    }
  }
}
