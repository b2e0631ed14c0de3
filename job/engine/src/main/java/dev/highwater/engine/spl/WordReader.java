package dev.highwater.engine.spl;

import org.jspecify.annotations.Nullable;

/**
 * Reads words off a cursor. A bare word ends at white space, at {@code , ( ) [ ] | = "} and before
 * {@code !=}; everything else may stand in it: {@code a.b}, {@code x{}.y}, {@code tag::dest},
 * {@code -field}, {@code all*}.
 */
final class WordReader {

  private final SplCursor cursor;

  WordReader(SplCursor cursor) {
    this.cursor = cursor;
  }

  /** Offset behind the bare word that begins at {@code start}; {@code start} if none does. */
  int bareEnd(int start) {
    int at = start;
    while (at < cursor.end() && !endsWord(at)) {
      at++;
    }
    return at;
  }

  private boolean endsWord(int at) {
    char c = cursor.charAt(at);
    return CharacterKinds.isSpace(c)
        || ",()[]|=\"".indexOf(c) >= 0
        || (c == '!' && cursor.charAt(at + 1) == '=');
  }

  @Nullable Word tryWord() {
    Word quoted = tryQuoted();
    if (quoted != null) {
      return quoted;
    }
    int start = cursor.position();
    return start == bareEnd(start) ? null : bare(start, bareEnd(start));
  }

  /** A word that may go on in parentheses without a space, such as {@code values(x)}. */
  @Nullable Word tryFieldName() {
    Word quoted = tryQuoted();
    if (quoted != null) {
      return quoted;
    }
    int start = cursor.position();
    int end = bareEnd(start);
    while (end > start && cursor.charAt(end) == '(') {
      int behind = cursor.behindParenthesis(end);
      if (behind < 0) {
        break;
      }
      end = bareEnd(behind);
    }
    return start == end ? null : bare(start, end);
  }

  /** The value of an option: quoted, or up to a space or comma, parentheses kept together. */
  @Nullable Word tryValue() {
    Word quoted = tryQuoted();
    if (quoted != null) {
      return quoted;
    }
    int start = cursor.position();
    int end = start;
    while (end < cursor.end() && !endsValue(end, start)) {
      int behind = cursor.charAt(end) == '(' ? cursor.behindParenthesis(end) : end + 1;
      if (behind < 0) {
        throw SplCursor.error(cursor.span(end, end + 1), "this parenthesis is never closed");
      }
      end = behind;
    }
    return start == end ? null : bare(start, end);
  }

  private boolean endsValue(int at, int start) {
    char c = cursor.charAt(at);
    return CharacterKinds.isSpace(c) || ")[]|\"".indexOf(c) >= 0 || (c == ',' && at > start);
  }

  private Word bare(int start, int end) {
    cursor.countWord();
    cursor.moveTo(end);
    SourceSpan span = cursor.span(start, end);
    return new Word(span, span.text(), false);
  }

  private @Nullable Word tryQuoted() {
    char quote = cursor.peek();
    if (quote != '"' && quote != '\'') {
      return null;
    }
    if (quote == '\'' && Quotes.closing(cursor.text(), cursor.position(), cursor.end()) < 0) {
      return null; // an apostrophe
    }
    cursor.countWord();
    SourceSpan span = cursor.quotedSpan();
    return new Word(span, cursor.unquote(span, quote == '"' ? "\"" : "'"), true);
  }
}
