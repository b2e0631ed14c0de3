package dev.highwater.app.verify;

/** Texts in XML 1.0, which has no place for most control characters. */
final class XmlCharacters {

  private XmlCharacters() {}

  /** The text with U+FFFD for each character that may not stand in a document. */
  static String valid(String text) {
    StringBuilder valid = new StringBuilder(text.length());
    text.codePoints().forEach(c -> valid.appendCodePoint(isValid(c) ? c : 0xFFFD));
    return valid.toString();
  }

  private static boolean isValid(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c > 0xFFFF;
  }
}
