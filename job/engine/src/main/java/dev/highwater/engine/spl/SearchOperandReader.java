package dev.highwater.engine.spl;

import dev.highwater.engine.spl.SearchExpression.Comparison;
import dev.highwater.engine.spl.SearchExpression.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads single conditions of a search expression off a cursor: terms, comparisons and lists. */
final class SearchOperandReader {

  private final SplCursor cursor;
  private final SearchValueReader values;
  private SourceSpan lastOperator;

  SearchOperandReader(SplCursor cursor) {
    this.cursor = cursor;
    this.values = new SearchValueReader(cursor);
    this.lastOperator = cursor.here();
  }

  /** Where the operator is that {@link #takeOperator} took last. */
  SourceSpan lastOperator() {
    return lastOperator;
  }

  /** Reads AND, OR or NOT if it is next and no field of that name (S-003, S-007). */
  boolean takeOperator(String operator) {
    int start = cursor.position();
    if (!cursor.isNext(operator) || !isBareWord(operator)) {
      return false;
    }
    lastOperator = cursor.span(start, start + operator.length());
    cursor.moveTo(start + operator.length());
    return true;
  }

  /** Whether {@code word} is next, ignoring case, and nothing compares it. */
  boolean isBareWord(String word) {
    int start = cursor.position();
    return cursor.text().regionMatches(true, start, word, 0, word.length())
        && wordEnd(start) == start + word.length()
        && operatorAt(start + word.length()) == null;
  }

  private int wordEnd(int start) {
    int at = start;
    while (at < cursor.end() && !endsWord(at)) {
      at += cursor.charAt(at) == '\\' && !CharacterKinds.isSpace(cursor.charAt(at + 1)) ? 2 : 1;
    }
    return Math.min(at, cursor.end());
  }

  private boolean endsWord(int at) {
    char c = cursor.charAt(at);
    return CharacterKinds.isSpace(c)
        || "()\"=<>".indexOf(c) >= 0
        || (c == '!' && cursor.charAt(at + 1) == '=');
  }

  /** Reads a condition, which must be there. */
  SearchExpression read() {
    int start = cursor.position();
    rejectOperator("AND");
    rejectOperator("OR");
    if (values.isDirective()) {
      return term(values.read("a term"));
    }
    boolean quoted = cursor.isNext('"');
    int wordEnd = quoted ? cursor.quotedSpan().end() : wordEnd(start);
    if (wordEnd == start) {
      throw SplCursor.error(
          cursor.here(), "expected a term or a field, not '" + cursor.here().text() + "'");
    }
    cursor.moveTo(wordEnd);
    SourceSpan word = cursor.span(start, wordEnd);
    String text = values.resolve(word, quoted);
    Operator operator = takeComparison();
    if (operator != null) {
      SearchValue value = values.read("a value for '" + text + operator.symbol() + "'");
      return new Comparison(word.to(value.span()), text, operator, value);
    }
    if (isListNext()) {
      List<SearchValue> members = members(text);
      return new SearchExpression.In(cursor.span(start, cursor.offset()), text, members);
    }
    cursor.moveTo(wordEnd);
    return term(new SearchValue(word, text, quoted, SearchValue.Directive.NONE));
  }

  private void rejectOperator(String operator) {
    if (cursor.isNext(operator) && isBareWord(operator)) {
      int start = cursor.position();
      throw SplCursor.error(
          cursor.span(start, start + operator.length()),
          "there is no condition before " + operator);
    }
  }

  private static SearchExpression term(SearchValue value) {
    boolean isStar = value.text().equals("*") && !value.quoted();
    return isStar
        ? new SearchExpression.Everything(value.span())
        : new SearchExpression.Term(value.span(), value);
  }

  private @Nullable Operator takeComparison() {
    int start = cursor.position();
    Operator operator = operatorAt(start);
    if (operator != null) {
      boolean doubled = operator == Operator.EQUAL && cursor.charAt(start + 1) == '=';
      cursor.moveTo(start + (doubled ? 2 : operator.symbol().length()));
    }
    return operator;
  }

  /** The comparison operator at an offset, white space before it skipped. */
  private @Nullable Operator operatorAt(int offset) {
    int at = CharacterKinds.skipSpace(cursor.text(), offset, cursor.end());
    boolean isEqualNext = cursor.charAt(at + 1) == '=';
    return switch (cursor.charAt(at)) {
      case '=' -> Operator.EQUAL;
      case '!' -> isEqualNext ? Operator.NOT_EQUAL : null;
      case '<' -> isEqualNext ? Operator.LESS_OR_EQUAL : Operator.LESS;
      case '>' -> isEqualNext ? Operator.GREATER_OR_EQUAL : Operator.GREATER;
      default -> null;
    };
  }

  private boolean isListNext() {
    int start = cursor.position();
    int open = CharacterKinds.skipSpace(cursor.text(), start + 2, cursor.end());
    return cursor.isNext("IN") && wordEnd(start) == start + 2 && cursor.charAt(open) == '(';
  }

  private List<SearchValue> members(String field) {
    cursor.moveTo(cursor.position() + 2);
    SourceSpan open = cursor.here();
    cursor.take('(');
    List<SearchValue> members = new ArrayList<>();
    while (true) {
      while (cursor.take(',')) {
        // a comma too many does no harm, and a missing one neither
      }
      if (cursor.take(')')) {
        break;
      }
      if (cursor.isAtEnd()) {
        throw SplCursor.error(open, "this parenthesis is never closed");
      }
      cursor.countWord();
      members.add(values.readMember());
    }
    if (members.isEmpty()) {
      throw SplCursor.error(open, "the list behind '" + field + " IN' is empty");
    }
    return members;
  }
}
