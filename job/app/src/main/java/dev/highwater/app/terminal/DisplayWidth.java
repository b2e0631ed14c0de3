package dev.highwater.app.terminal;

/** How many terminal columns a text takes. */
final class DisplayWidth {
  private DisplayWidth() {}

  /** Columns of a text that {@link #printable} has cleaned. */
  static int of(String text) {
    return text.codePoints().map(DisplayWidth::ofCodePoint).sum();
  }

  /**
   * The longest head of a text that takes at most so many columns; a text that had to be cut ends
   * with an ellipsis, inside the limit.
   *
   * @param columns at least 1
   */
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    StringBuilder head = new StringBuilder();
    int used = 1; // the ellipsis
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      used += ofCodePoint(codePoint);
      if (used > columns) {
        break;
      }
      head.appendCodePoint(codePoint);
      at += Character.charCount(codePoint);
    }
    return head.append('…').toString();
  }

  /** The text on one line and without anything that steers a terminal: such characters become ·. */
  static String printable(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(codePoint -> steersTerminal(codePoint) ? '·' : codePoint)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean steersTerminal(int codePoint) {
    int type = Character.getType(codePoint);
    // Direction overrides are format characters; lone surrogates cannot be encoded.
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  private static int ofCodePoint(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /** East Asian wide and full-width blocks, and pictographs, as terminals draw them. */
  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x1100 && codePoint <= 0x115F)
        || (codePoint >= 0x2E80 && codePoint <= 0xA4CF && codePoint != 0x303F)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
        || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
        || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
        || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
        || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
  }
}
