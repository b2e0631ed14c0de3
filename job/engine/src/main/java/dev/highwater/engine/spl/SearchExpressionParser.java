package dev.highwater.engine.spl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses search expressions: NOT, then OR, then AND, written or implied (S-001, S-002). Operators
 * are upper case; {@code and} is a term (S-003).
 */
public final class SearchExpressionParser {

  /** Deeper than any search goes, shallow enough for those who walk through the tree. */
  private static final int MAX_DEPTH = 200;

  private static final int MAX_CONDITIONS = 1_000_000;

  private final SplCursor cursor;
  private final SearchOperandReader operands;
  private final List<String> stopKeywords;
  private int depth;
  private int openGroups;
  private int conditions;
  private @Nullable SourceSpan openOr;

  SearchExpressionParser(SplCursor cursor, List<String> stopKeywords) {
    this.cursor = cursor;
    this.operands = new SearchOperandReader(cursor);
    this.stopKeywords = stopKeywords;
  }

  /**
   * The whole of a text, such as the constraint of a data model.
   *
   * @throws SplException at the first place that is no search expression
   */
  public static SearchExpression parse(SourceSpan span) {
    return new SearchExpressionParser(new SplCursor(span), List.of()).whole();
  }

  /** As {@link #parse(SourceSpan)}, for {@code source[start, end)}. */
  public static SearchExpression parse(SplSource source, int start, int end) {
    return parse(new SourceSpan(source, start, end));
  }

  private SearchExpression whole() {
    SearchExpression expression = expression();
    if (!cursor.isAtEnd()) {
      throw SplCursor.error(cursor.here(), "there is no open parenthesis for this one to close");
    }
    return expression;
  }

  /** Up to a stop keyword, an unopened parenthesis or the end. */
  SearchExpression expression() {
    int start = cursor.position();
    if (isStop()) {
      return new SearchExpression.Everything(cursor.span(start, start));
    }
    return conjunction();
  }

  private boolean isStop() {
    return cursor.isAtEnd() || cursor.isNext(')') || (openGroups == 0 && isStopKeyword());
  }

  private boolean isStopKeyword() {
    for (String keyword : stopKeywords) {
      if (operands.isBareWord(keyword)) {
        return true;
      }
    }
    return false;
  }

  private SearchExpression conjunction() {
    List<SearchExpression> parts = new ArrayList<>();
    SourceSpan and = null;
    add(parts, disjunction());
    SourceSpan or = openOr;
    while (true) {
      boolean isWritten = operands.takeOperator("AND");
      and = isWritten && and == null ? operands.lastOperator() : and;
      if (isStop()) {
        SearchWarnings.ofMixedOperators(and, or, cursor);
        return isWritten ? missing("AND") : and(parts);
      }
      add(parts, disjunction());
      or = or == null ? openOr : or;
    }
  }

  private SearchExpression disjunction() {
    List<SearchExpression> parts = new ArrayList<>();
    SourceSpan or = null;
    addAlternative(parts, negation());
    while (operands.takeOperator("OR")) {
      or = operands.lastOperator();
      if (isStop()) {
        return missing("OR");
      }
      addAlternative(parts, negation());
    }
    openOr = or;
    return parts.size() == 1 ? parts.get(0) : new SearchExpression.Or(around(parts), parts);
  }

  private SearchExpression missing(String operator) {
    throw SplCursor.error(operands.lastOperator(), "there is no condition behind " + operator);
  }

  private SearchExpression and(List<SearchExpression> parts) {
    return parts.size() == 1 ? parts.get(0) : new SearchExpression.And(around(parts), parts);
  }

  private static SourceSpan around(List<SearchExpression> parts) {
    return parts.get(0).span().to(parts.get(parts.size() - 1).span());
  }

  private static void add(List<SearchExpression> parts, SearchExpression part) {
    if (part instanceof SearchExpression.And and) {
      parts.addAll(and.operands());
    } else {
      parts.add(part);
    }
  }

  private static void addAlternative(List<SearchExpression> parts, SearchExpression part) {
    if (part instanceof SearchExpression.Or or) {
      parts.addAll(or.operands());
    } else {
      parts.add(part);
    }
  }

  private SearchExpression negation() {
    int start = cursor.position();
    if (!operands.takeOperator("NOT")) {
      return condition();
    }
    if (isStop()) {
      return missing("NOT");
    }
    descend(start);
    SearchExpression operand = negation();
    depth--;
    return new SearchExpression.Not(cursor.span(start, operand.span().end()), operand);
  }

  private SearchExpression condition() {
    if (cursor.isNext('(')) {
      return group();
    }
    if (cursor.isNext('[')) {
      int start = cursor.position();
      Pipeline pipeline = Subsearches.read(cursor);
      return new SearchExpression.Subsearch(cursor.span(start, cursor.offset()), pipeline);
    }
    if (++conditions > MAX_CONDITIONS) {
      throw SplCursor.error(
          cursor.here(), "the search has more than " + MAX_CONDITIONS + " conditions");
    }
    SearchExpression condition = operands.read();
    SearchWarnings.of(condition, conditions == 1, cursor);
    return condition;
  }

  private SearchExpression group() {
    int open = cursor.position();
    descend(open);
    openGroups++;
    cursor.take('(');
    SearchExpression inner;
    if (cursor.take(')')) {
      inner = new SearchExpression.Everything(cursor.span(open, cursor.offset()));
    } else {
      inner = isStop() ? unclosed(open) : conjunction();
      if (!cursor.take(')')) {
        return unclosed(open);
      }
    }
    openGroups--;
    depth--;
    return inner;
  }

  private SearchExpression unclosed(int open) {
    throw SplCursor.error(cursor.span(open, open + 1), "this parenthesis is never closed");
  }

  private void descend(int at) {
    if (++depth > MAX_DEPTH) {
      throw SplCursor.error(
          cursor.span(at, at + 1), "the expression is nested more than " + MAX_DEPTH + " deep");
    }
  }
}
