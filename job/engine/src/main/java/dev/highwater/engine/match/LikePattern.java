package dev.highwater.engine.match;

/** SQL's pattern of {@code LIKE}: {@code %} any run, {@code _} one character; no escape (S-121). */
public final class LikePattern {

  private LikePattern() {}

  /**
   * Whether the whole of {@code text} is matched, case counting. At worst the product of both
   * lengths.
   */
  public static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int percent = -1;
    int resume = 0;
    while (t < text.length()) {
      char c = p < pattern.length() ? pattern.charAt(p) : 0;
      if (p < pattern.length() && c == '%') {
        percent = p++;
        resume = t;
      } else if (p < pattern.length() && (c == '_' || c == text.charAt(t))) {
        p++;
        t++;
      } else if (percent >= 0) {
        p = percent + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '%') {
      p++;
    }
    return p == pattern.length();
  }
}
