package dev.highwater.engine.spl;

import dev.highwater.engine.event.FieldValue;

/** Reads numbers, strings and names of eval expressions off a cursor. */
final class OperandReader {

  private static final String NAME_HINT =
      "Put single quotes around a name of other characters than letters, digits and _";

  private final SplCursor cursor;

  OperandReader(SplCursor cursor) {
    this.cursor = cursor;
  }

  /** A string literal, which is next (S-123). */
  Expression string() {
    SourceSpan span = cursor.quotedSpan();
    return new Expression.Literal(span, FieldValue.of(cursor.unquote(span, "\"")));
  }

  /** A name in single quotes, which is next (S-109). */
  Expression quotedName() {
    SourceSpan span = cursor.quotedSpan();
    return new Expression.Field(span, cursor.unquote(span, "'"));
  }

  boolean isNumberNext() {
    int start = cursor.position();
    return CharacterKinds.isDigit(cursor.charAt(start))
        || (cursor.charAt(start) == '.' && CharacterKinds.isDigit(cursor.charAt(start + 1)));
  }

  /** A number, which is next: {@code 5}, {@code .5}, {@code 1e3}. */
  Expression number() {
    int start = cursor.position();
    int end = digitsEnd(start);
    if (cursor.charAt(end) == '.' && CharacterKinds.isDigit(cursor.charAt(end + 1))) {
      end = digitsEnd(end + 1);
    }
    end = exponentEnd(end);
    if (CharacterKinds.isNamePart(cursor.charAt(end))) {
      throw new SplException(
          Diagnostic.error(cursor.span(start, nameEnd(start)), "a name cannot begin with a digit")
              .withHint("Put single quotes around it")
              .withRule("S-109"));
    }
    cursor.moveTo(end);
    SourceSpan span = cursor.span(start, end);
    return new Expression.Literal(span, FieldValue.of(Double.parseDouble(span.text())));
  }

  private int digitsEnd(int start) {
    int at = start;
    while (CharacterKinds.isDigit(cursor.charAt(at))) {
      at++;
    }
    return at;
  }

  private int exponentEnd(int end) {
    if (Character.toLowerCase(cursor.charAt(end)) != 'e') {
      return end;
    }
    char sign = cursor.charAt(end + 1);
    int digits = sign == '-' || sign == '+' ? end + 2 : end + 1;
    int exponentEnd = digitsEnd(digits);
    return exponentEnd > digits ? exponentEnd : end;
  }

  /** A bare name; {@code {}} and {@code {0}} may stand in it. */
  SourceSpan name() {
    int start = cursor.position();
    int end = nameEnd(start);
    if (end == start) {
      throw missing();
    }
    cursor.moveTo(end);
    return cursor.span(start, end);
  }

  private SplException missing() {
    if (cursor.isAtEnd()) {
      return SplCursor.error(cursor.here(), "expected a value or a field, but there is nothing");
    }
    String message = "expected a value or a field, not '" + cursor.here().text() + "'";
    boolean isOfNames = ":@#$&^~\\{}".indexOf(cursor.peek()) >= 0;
    return isOfNames
        ? SplCursor.error(cursor.here(), message, NAME_HINT)
        : SplCursor.error(cursor.here(), message);
  }

  private int nameEnd(int start) {
    return nameEnd(cursor.text(), start, cursor.end());
  }

  /** Offset behind the bare name that begins at {@code start}; {@code start} if none does. */
  static int nameEnd(String text, int start, int end) {
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      if (CharacterKinds.isNamePart(c)) {
        at++;
      } else if (c == '{' && at > start && closesBrace(text, at + 1, end) > 0) {
        at = closesBrace(text, at + 1, end);
      } else {
        return at;
      }
    }
    return at;
  }

  private static int closesBrace(String text, int start, int end) {
    int at = start;
    while (at < end && CharacterKinds.isDigit(text.charAt(at))) {
      at++;
    }
    return at < end && text.charAt(at) == '}' ? at + 1 : -1;
  }
}
