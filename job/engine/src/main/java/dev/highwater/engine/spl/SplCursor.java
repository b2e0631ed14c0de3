package dev.highwater.engine.spl;

import java.util.ArrayList;
import java.util.List;

/** A place in a stretch of SPL text that moves forward as the text is read. */
final class SplCursor {

  private static final int MAX_WARNINGS = 100;

  /** Bounds the memory that a command of many words takes. */
  private static final int MAX_WORDS = 1_000_000;

  private final SplSource source;
  private final String text;
  private final int end;
  private int at;
  private int words;
  private final List<Diagnostic> warnings = new ArrayList<>();

  SplCursor(SourceSpan span) {
    this.source = span.source();
    this.text = source.text();
    this.at = span.start();
    this.end = span.end();
  }

  /** Notes what can be read, but surely does not mean what was meant. */
  void warn(Diagnostic warning) {
    if (takesWarnings()) {
      warnings.add(warning);
    }
  }

  /**
   * Counts one more word of a command, or member of a list.
   *
   * @throws SplException when there are too many
   */
  void countWord() {
    if (++words > MAX_WORDS) {
      throw error(here(), "the command has more than " + MAX_WORDS + " words");
    }
  }

  /** Whether there are not too many already. */
  boolean takesWarnings() {
    return warnings.size() < MAX_WARNINGS;
  }

  List<Diagnostic> warnings() {
    return warnings;
  }

  /** The offset of the next character that is not white space, or the end. */
  int position() {
    at = CharacterKinds.skipSpace(text, at, end);
    return at;
  }

  /** The offset behind the last character that was read. */
  int offset() {
    return at;
  }

  int end() {
    return end;
  }

  String text() {
    return text;
  }

  boolean isAtEnd() {
    return position() >= end;
  }

  void moveTo(int offset) {
    at = offset;
  }

  /** The next character, white space skipped; NUL at the end. */
  char peek() {
    return charAt(position());
  }

  /** The character at an offset, NUL behind the end. */
  char charAt(int offset) {
    return offset < end ? text.charAt(offset) : '\0';
  }

  boolean isNext(char c) {
    return !isAtEnd() && text.charAt(at) == c;
  }

  boolean take(char c) {
    if (!isNext(c)) {
      return false;
    }
    at++;
    return true;
  }

  /** Whether {@code symbol} is next, white space skipped. */
  boolean isNext(String symbol) {
    int start = position();
    return start + symbol.length() <= end && text.startsWith(symbol, start);
  }

  SourceSpan span(int from, int to) {
    return new SourceSpan(source, from, to);
  }

  /** The next character as a span; an empty one at the end. */
  SourceSpan here() {
    int start = position();
    return span(start, Math.min(start + 1, end));
  }

  /** Reads from the quote that is next to the one that closes it; gives the span of both. */
  SourceSpan quotedSpan() {
    int open = position();
    int close = Quotes.closing(text, open, end);
    if (close < 0) {
      throw error(span(open, open + 1), "this quote is never closed");
    }
    at = close + 1;
    return span(open, at);
  }

  /** The text between the quotes of a span, backslashes resolved. */
  String unquote(SourceSpan quoted, String escapable) {
    return Quotes.unescape(text, quoted.start() + 1, quoted.end() - 1, escapable);
  }

  /**
   * The offset behind the parenthesis that closes the one at {@code open}, -1 where none does.
   * Quoted text and what a backslash protects do not count.
   */
  int behindParenthesis(int open) {
    int depth = 0;
    for (int i = open; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        i = Quotes.skip(text, i, end) - 1;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  static SplException error(SourceSpan span, String message) {
    return new SplException(Diagnostic.error(span, message));
  }

  static SplException error(SourceSpan span, String message, String hint) {
    return new SplException(Diagnostic.error(span, message).withHint(hint));
  }
}
