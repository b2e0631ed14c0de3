package dev.highwater.engine.match;

import java.util.Map;

/** What stands behind a backslash, as Java's engine needs to hear it (S-181). */
final class PcreEscape {

  /** Letters that mean nothing behind a backslash: themselves for PCRE, an error for Java. */
  private static final String PLAIN = "FiIjJmMOqTyY";

  private final String regex;
  private final int at;
  private final Map<String, Integer> groups;
  private final int groupCount;

  /**
   * The escape at {@code at}.
   *
   * @param groups named groups so far
   * @param groupCount groups so far
   */
  PcreEscape(String regex, int at, Map<String, Integer> groups, int groupCount) {
    this.regex = regex;
    this.at = at;
    this.groups = groups;
    this.groupCount = groupCount;
  }

  /**
   * Writes the escape for Java; gives the offset behind it.
   *
   * @param isInClass whether it stands in brackets
   */
  int append(StringBuilder out, boolean isInClass) {
    if (at + 1 >= regex.length()) {
      out.append('\\');
      return at + 1;
    }
    char c = regex.charAt(at + 1);
    if (PLAIN.indexOf(c) >= 0) {
      out.append(c);
      return at + 2;
    }
    return switch (c) {
      case 'K', 'C' -> throw PcreGroup.unsupported(regex, at, 2, "the escape");
      case 'p', 'P', 'x' -> braced(out);
      case 'o' -> octal(out);
      case '0' -> nul(out);
      case 'b' -> plain(out, isInClass ? "\\x08" : "\\b");
      case 'N' -> plain(out, "[^\\n]");
      case 'g', 'k' -> isInClass ? plain(out, String.valueOf(c)) : reference(out, c);
      default -> plain(out, "\\" + c);
    };
  }

  private int plain(StringBuilder out, String text) {
    out.append(text);
    return at + 2;
  }

  private int braced(StringBuilder out) {
    int close =
        at + 2 < regex.length() && regex.charAt(at + 2) == '{' ? regex.indexOf('}', at) : -1;
    int end = close < 0 ? at + 2 : close + 1;
    out.append(regex, at, end);
    return end;
  }

  private int octal(StringBuilder out) {
    int close = regex.startsWith("\\o{", at) ? regex.indexOf('}', at) : -1;
    String digits = close < 0 ? "" : regex.substring(at + 3, close);
    if (!digits.matches("[0-7]{1,7}")) {
      throw new IllegalArgumentException(
          "bad regular expression '"
              + regex
              + "': \\o needs octal digits in braces near index "
              + at);
    }
    out.append("\\x{").append(Integer.toHexString(Integer.parseInt(digits, 8))).append('}');
    return close + 1;
  }

  private int nul(StringBuilder out) {
    char next = at + 2 < regex.length() ? regex.charAt(at + 2) : 0;
    return plain(out, next >= '0' && next <= '7' ? "\\0" : "\\x00");
  }

  /**
   * {@code \g1}, {@code \g{1}}, {@code \g{-1}}, {@code \k<name>}, {@code \k'name'}, {@code
   * \k{name}}.
   */
  private int reference(StringBuilder out, char letter) {
    char open = at + 2 < regex.length() ? regex.charAt(at + 2) : 0;
    int close =
        "{<'".indexOf(open) < 0 ? -1 : regex.indexOf("}>'".charAt("{<'".indexOf(open)), at + 3);
    if (letter == 'g' && (open == '<' || open == '\'')) {
      throw PcreGroup.unsupported(regex, at, 3, "recursion");
    }
    if (close < 0 && letter == 'g' && open >= '1' && open <= '9') {
      appendReference(out, open - '0');
      return at + 3;
    }
    if (close < 0) {
      throw new IllegalArgumentException(
          "bad regular expression '"
              + regex
              + "': \\"
              + letter
              + " needs a group near index "
              + at);
    }
    String name = regex.substring(at + 3, close);
    int number =
        name.matches("-[1-9][0-9]{0,3}")
            ? groupCount + 1 + Integer.parseInt(name)
            : name.matches("[1-9][0-9]{0,3}")
                ? Integer.parseInt(name)
                : numberOf(regex, name, groups);
    appendReference(out, number);
    return close + 1;
  }

  static int numberOf(String regex, String name, Map<String, Integer> groups) {
    Integer number = groups.get(name);
    if (number == null) {
      throw new IllegalArgumentException(
          "bad regular expression '"
              + regex
              + "': there is no group '"
              + name
              + "' before its use");
    }
    return number;
  }

  /** Digits behind the reference are not part of its number. */
  static void appendReference(StringBuilder out, int number) {
    out.append("(?:\\").append(number).append(')');
  }
}
