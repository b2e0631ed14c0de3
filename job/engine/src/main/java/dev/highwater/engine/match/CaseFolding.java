package dev.highwater.engine.match;

/**
 * How characters are compared where case does not count (S-011, S-900).
 *
 * <p>ASCII letters fold among themselves. Other letters fold to their simple lower case unless that
 * is ASCII, so the Kelvin sign is no {@code k}: a text that matches an ASCII literal holds it in
 * ASCII bytes, and literals can be looked for in undecoded events.
 */
public final class CaseFolding {

  private CaseFolding() {}

  public static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    char lower = Character.toLowerCase(c);
    return lower < 128 ? c : lower;
  }

  /** The text in upper case, character by character; what is beyond ASCII stays beyond it. */
  public static String unfold(String text) {
    StringBuilder upper = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char raised = Character.toUpperCase(c);
      upper.append(c >= 128 && raised < 128 ? c : raised);
    }
    return upper.toString();
  }

  public static String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (fold(text.charAt(i)) != text.charAt(i)) {
        return foldFrom(text, i);
      }
    }
    return text;
  }

  private static String foldFrom(String text, int start) {
    StringBuilder folded = new StringBuilder(text.length()).append(text, 0, start);
    for (int i = start; i < text.length(); i++) {
      folded.append(fold(text.charAt(i)));
    }
    return folded.toString();
  }

  /** Whether {@code text} is {@code folded} but for case; {@code folded} is folded already. */
  public static boolean equal(String folded, String text) {
    return folded.length() == text.length() && regionMatches(folded, text, 0, true);
  }

  /** Whether {@code pattern} stands in {@code text} at {@code at}, which leaves room for it. */
  static boolean regionMatches(String pattern, String text, int at, boolean foldText) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = text.charAt(at + i);
      if (pattern.charAt(i) != (foldText ? fold(c) : c)) {
        return false;
      }
    }
    return true;
  }
}
