package dev.highwater.engine.spl;

import java.util.Arrays;

/** Takes comments out of SPL text without moving the rest (S-025). */
final class Comments {

  private static final String MARK = "```";

  private Comments() {}

  static SplSource blank(SplSource source) {
    String text = source.text();
    if (!text.contains(MARK)) {
      return source;
    }
    char[] blanked = null;
    for (int at = 0; at < text.length(); ) {
      char c = text.charAt(at);
      if (c == '\\') {
        at += 2;
      } else if (c == '"') {
        at = Quotes.skip(text, at, text.length());
      } else if (text.startsWith(MARK, at)) {
        blanked = blanked == null ? text.toCharArray() : blanked;
        int end = end(source, at);
        Arrays.fill(blanked, at, end, ' ');
        at = end;
      } else {
        at++;
      }
    }
    return blanked == null ? source : new Blanked(source, new String(blanked));
  }

  private static int end(SplSource source, int start) {
    int close = source.text().indexOf(MARK, start + MARK.length());
    if (close < 0) {
      SourceSpan open = new SourceSpan(source, start, start + MARK.length());
      throw new SplException(
          Diagnostic.error(open, "this comment is never closed")
              .withHint("A comment ends with three backticks")
              .withRule("S-025"));
    }
    return close + MARK.length();
  }

  private record Blanked(SplSource source, String text) implements SplSource {
    @Override
    public Location locate(int offset) {
      return source.locate(offset);
    }
  }
}
