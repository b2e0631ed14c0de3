package dev.highwater.engine.spl;

/** What characters are to the language. */
final class CharacterKinds {

  private CharacterKinds() {}

  /** White space, the no-break space of copied text with it. */
  static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\ufeff';
  }

  /** What names of commands, functions and bare fields of eval are made of (S-109). */
  static boolean isNamePart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static int skipSpace(String text, int from, int end) {
    int at = from;
    while (at < end && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
