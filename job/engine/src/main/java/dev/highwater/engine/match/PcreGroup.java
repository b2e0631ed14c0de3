package dev.highwater.engine.match;

import org.jspecify.annotations.Nullable;

/**
 * The start of a group.
 *
 * @param end behind what was read: the parenthesis and the marks of its kind, for a comment or a
 *     back reference all of it
 * @param name of a named group, else null
 * @param backReference the name that {@code (?P=name)} refers to, else null
 */
record PcreGroup(
    int end,
    @Nullable String name,
    @Nullable String backReference,
    boolean isCapture,
    boolean isComment) {

  /**
   * Reads the parenthesis at {@code at}.
   *
   * @throws UnsupportedRegexException for kinds of groups that Java's engine lacks
   */
  static PcreGroup read(String regex, int at) {
    if (regex.startsWith("(*", at)) {
      throw unsupported(regex, at, 2, "a verb");
    }
    if (!regex.startsWith("(?", at)) {
      return new PcreGroup(at + 1, null, null, true, false);
    }
    if (regex.startsWith("(?#", at)) {
      int close = regex.indexOf(')', at);
      return new PcreGroup(close < 0 ? regex.length() : close + 1, null, null, false, true);
    }
    if (regex.startsWith("(?P=", at)) {
      int close = regex.indexOf(')', at);
      int end = close < 0 ? regex.length() : close;
      String name = regex.substring(at + 4, end);
      return new PcreGroup(Math.min(end + 1, regex.length()), null, name, false, false);
    }
    refuse(regex, at);
    String name = name(regex, at);
    if (name != null) {
      int end = at + (regex.startsWith("(?P<", at) ? 4 : 3) + name.length() + 1;
      return new PcreGroup(end, name, null, true, false);
    }
    return new PcreGroup(at + 2, null, null, false, false);
  }

  private static void refuse(String regex, int at) {
    char kind = at + 2 < regex.length() ? regex.charAt(at + 2) : 0;
    char next = at + 3 < regex.length() ? regex.charAt(at + 3) : 0;
    boolean isNumber = next >= '0' && next <= '9';
    if (kind == '|') {
      throw unsupported(regex, at, 3, "a branch reset");
    }
    if (kind == '(') {
      throw unsupported(regex, at, 3, "a conditional group");
    }
    if (kind == 'R'
        || kind == '&'
        || (kind >= '0' && kind <= '9')
        || (kind == 'P' && next == '>')
        || ((kind == '+' || kind == '-') && isNumber)) {
      throw unsupported(regex, at, kind == 'P' ? 4 : 3, "recursion");
    }
    if (kind == 'C') {
      throw unsupported(regex, at, 3, "a callout");
    }
    if (kind == 'J' || kind == 'U') {
      throw unsupported(regex, at, 3, "the flag");
    }
  }

  private static @Nullable String name(String regex, int at) {
    int open =
        regex.startsWith("(?P<", at)
            ? at + 4
            : regex.startsWith("(?<", at) || regex.startsWith("(?'", at) ? at + 3 : -1;
    if (open < 0 || open >= regex.length()) {
      return null;
    }
    char first = regex.charAt(open);
    int end = regex.indexOf(regex.charAt(open - 1) == '\'' ? '\'' : '>', open);
    return first == '=' || first == '!' || end < 0 ? null : regex.substring(open, end);
  }

  static UnsupportedRegexException unsupported(String regex, int at, int length, String meaning) {
    int end = Math.min(at + length, regex.length());
    return new UnsupportedRegexException(regex, regex.substring(at, end), meaning);
  }
}
