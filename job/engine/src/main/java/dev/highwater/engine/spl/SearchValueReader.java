package dev.highwater.engine.spl;

import dev.highwater.engine.spl.SearchValue.Directive;

/**
 * Reads values of search expressions off a cursor: quoted, bare, or in {@code TERM()} or {@code
 * CASE()}.
 */
final class SearchValueReader {

  /** Before these a backslash is dropped (S-021). */
  static final String ESCAPABLE = "\"|";

  private final SplCursor cursor;

  SearchValueReader(SplCursor cursor) {
    this.cursor = cursor;
  }

  boolean isDirective() {
    return cursor.isNext("TERM(") || cursor.isNext("CASE(");
  }

  /**
   * Reads a value; a bare one ends at white space or {@code )} (S-022).
   *
   * @param what names it in messages
   */
  SearchValue read(String what) {
    if (isDirective()) {
      return directed();
    }
    if (cursor.isNext('"')) {
      return value(cursor.quotedSpan(), true);
    }
    SourceSpan span = bare(false);
    if (span.text().isEmpty()) {
      throw SplCursor.error(cursor.here(), "expected " + what + found());
    }
    String text = span.text();
    if (text.equals("OR") || text.equals("AND") || text.equals("NOT")) {
      throw new SplException(
          Diagnostic.error(span, "expected " + what + ", not the operator " + text)
              .withHint("Write \"" + text + "\" in quotes if the word is meant")
              .withRule("S-007"));
    }
    return value(span, false);
  }

  private String found() {
    return cursor.isAtEnd() ? ", but there is nothing" : ", not '" + cursor.here().text() + "'";
  }

  /** Reads a member of a list, which must be there; a bare one ends at a comma, too (S-005). */
  SearchValue readMember() {
    if (isDirective()) {
      return directed();
    }
    if (cursor.isNext('"')) {
      return value(cursor.quotedSpan(), true);
    }
    SourceSpan span = bare(true);
    if (span.text().isEmpty()) {
      throw SplCursor.error(
          cursor.here(), "expected a value of the list, not '" + cursor.here().text() + "'");
    }
    return value(span, false);
  }

  private SourceSpan bare(boolean endsAtComma) {
    int start = cursor.position();
    if (cursor.isNext('[')) {
      return cursor.span(start, start);
    }
    int at = start;
    while (at < cursor.end() && !endsBare(cursor.charAt(at), endsAtComma)) {
      char c = cursor.charAt(at);
      int behind = c == '(' ? behindGlued(at) : c == '\\' ? behindEscape(at) : at + 1;
      if (behind < 0) {
        break;
      }
      at = behind;
    }
    at = Math.min(at, cursor.end());
    cursor.moveTo(at);
    return cursor.span(start, at);
  }

  private static boolean endsBare(char c, boolean endsAtComma) {
    return CharacterKinds.isSpace(c) || c == ')' || c == '"' || (endsAtComma && c == ',');
  }

  private int behindEscape(int at) {
    char next = cursor.charAt(at + 1);
    return next == '\\' || ESCAPABLE.indexOf(next) >= 0 ? at + 2 : at + 1;
  }

  /** Behind parentheses without a space in them, which belong to the word; -1 for others. */
  private int behindGlued(int open) {
    int depth = 0;
    for (int at = open; at < cursor.end(); at++) {
      char c = cursor.charAt(at);
      if (CharacterKinds.isSpace(c) || c == '"') {
        return -1;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return at + 1;
      }
    }
    return -1;
  }

  private SearchValue directed() {
    int start = cursor.position();
    Directive directive = cursor.isNext("TERM") ? Directive.TERM : Directive.CASE;
    int open = start + directive.name().length();
    int behind = cursor.behindParenthesis(open);
    if (behind < 0) {
      throw SplCursor.error(cursor.span(open, open + 1), "this parenthesis is never closed");
    }
    cursor.moveTo(behind);
    SourceSpan span = cursor.span(start, behind);
    String inner = cursor.text().substring(open + 1, behind - 1).strip();
    boolean quoted = inner.length() > 1 && inner.startsWith("\"") && inner.endsWith("\"");
    String content = quoted ? inner.substring(1, inner.length() - 1) : inner;
    if (content.isEmpty()) {
      throw SplCursor.error(span, directive + " needs a term between its parentheses");
    }
    return new SearchValue(
        span, Quotes.unescape(content, 0, content.length(), ESCAPABLE), quoted, directive);
  }

  private SearchValue value(SourceSpan span, boolean quoted) {
    return new SearchValue(span, resolve(span, quoted), quoted, Directive.NONE);
  }

  /** What a word says: its quotes dropped, its escapes resolved (S-021). */
  String resolve(SourceSpan span, boolean quoted) {
    return quoted
        ? cursor.unquote(span, ESCAPABLE)
        : Quotes.unescape(cursor.text(), span.start(), span.end(), ESCAPABLE);
  }
}
