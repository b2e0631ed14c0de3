package dev.highwater.engine.spl;

/** Quoted text: where it ends and what it says. */
final class Quotes {

  private Quotes() {}

  /**
   * The offset behind the quote that closes the one at {@code open}, or {@code end} where none
   * does.
   */
  static int skip(String text, int open, int end) {
    int close = closing(text, open, end);
    return close < 0 ? end : close + 1;
  }

  /** The offset of the quote that closes the one at {@code open}, -1 where none does. */
  static int closing(String text, int open, int end) {
    char quote = text.charAt(open);
    for (int at = open + 1; at < end; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == quote) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Resolves backslashes: before a backslash or one of {@code escapable} it is dropped, before
   * anything else it stays (S-021, S-123).
   */
  static String unescape(String text, int start, int end, String escapable) {
    int first = start;
    while (first < end && text.charAt(first) != '\\') {
      first++;
    }
    if (first == end) {
      return text.substring(start, end);
    }
    StringBuilder out = new StringBuilder(end - start);
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < end) {
        char next = text.charAt(++at);
        if (next != '\\' && escapable.indexOf(next) < 0) {
          out.append(c);
        }
        out.append(next);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The text with a backslash before each backslash and each of {@code escapable}. */
  static String escape(String text, String escapable) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' || escapable.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
