package dev.highwater.engine.spl;

import dev.highwater.engine.spl.Expression.BinaryOperator;
import dev.highwater.engine.spl.Expression.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Parses expressions of {@code eval} and {@code where}: unary minus, then {@code * / %}, then
 * {@code + - .}, then comparisons, then NOT, AND, OR, XOR (S-120). Operators that are words may be
 * in any case (S-003).
 */
public final class ExpressionParser {

  /** Deeper than any expression goes, shallow enough for those who walk through the tree. */
  private static final int MAX_NESTING = 200;

  private static final int MAX_HEIGHT = 500;

  private static final int MAX_OPERANDS = 1_000_000;

  private final SplCursor cursor;
  private final OperandReader operands;
  private int nesting;
  private int operandCount;

  /** Height of the tree that was returned last. */
  private int height;

  ExpressionParser(SplCursor cursor) {
    this.cursor = cursor;
    this.operands = new OperandReader(cursor);
  }

  /**
   * The whole of a text, such as the right side of an {@code EVAL-} setting.
   *
   * @throws SplException at the first place that is no expression, or is behind one
   */
  public static Expression parse(SourceSpan span) {
    SplCursor cursor = new SplCursor(span);
    Expression expression = new ExpressionParser(cursor).expression();
    if (!cursor.isAtEnd()) {
      throw SplCursor.error(
          cursor.here(), "unexpected '" + cursor.here().text() + "' behind the expression");
    }
    return expression;
  }

  /** One expression, up to what cannot continue it. */
  Expression expression() {
    return expression(0);
  }

  /** Operands joined by operators that bind at least as tightly as {@code rank}. */
  private Expression expression(int rank) {
    Expression first = operand();
    OperandChain chain = new OperandChain(first, height);
    while (true) {
      int start = cursor.position();
      boolean isNegated = takeNegation(rank);
      InfixOperator infix = InfixOperator.tryRead(cursor, rank);
      if (infix == null) {
        height = chain.height();
        return chain.expression();
      }
      BinaryOperator binary = infix.binary();
      if (binary == null) {
        chain.replace(inList(chain.expression()), height);
      } else {
        Expression right = expression(infix.rank() + 1);
        chain.add(binary, right, height);
      }
      if (isNegated) {
        chain.replace(negated(chain.expression()), 0);
      }
      checkHeight(start, chain.height());
    }
  }

  /** The NOT of {@code x NOT IN (...)} and {@code x NOT LIKE y} (S-121, S-122). */
  private boolean takeNegation(int rank) {
    int start = cursor.position();
    if (!InfixOperator.isNext(cursor, "NOT") || rank > InfixOperator.IN.rank()) {
      return false;
    }
    cursor.moveTo(start + "NOT".length());
    boolean negates = InfixOperator.isNext(cursor, "IN") || InfixOperator.isNext(cursor, "LIKE");
    if (!negates) {
      cursor.moveTo(start);
    }
    return negates;
  }

  private static Expression negated(Expression operand) {
    return new Expression.Unary(operand.span(), UnaryOperator.NOT, operand);
  }

  private void checkHeight(int at, int reached) {
    if (reached > MAX_HEIGHT) {
      throw SplCursor.error(
          cursor.span(at, at + 1), "the expression is more than " + MAX_HEIGHT + " operators deep");
    }
  }

  private Expression inList(Expression operand) {
    if (!cursor.isNext('(')) {
      throw SplCursor.error(cursor.here(), "expected a list in parentheses behind IN");
    }
    SourceSpan open = cursor.here();
    List<Expression> members = list();
    if (members.isEmpty()) {
      throw SplCursor.error(open, "the list behind IN is empty");
    }
    SourceSpan span = cursor.span(operand.span().start(), cursor.offset());
    return new Expression.InList(span, operand, members);
  }

  private Expression operand() {
    height = 0;
    if (++operandCount > MAX_OPERANDS) {
      throw SplCursor.error(
          cursor.here(), "the expression has more than " + MAX_OPERANDS + " operands");
    }
    return switch (cursor.peek()) {
      case '"' -> operands.string();
      case '\'' -> operands.quotedName();
      case '(' -> group();
      case '-' -> unary(UnaryOperator.MINUS, 1, InfixOperator.RANK_OF_SIGN);
      case '!' -> unary(UnaryOperator.NOT, 1, InfixOperator.RANK_OF_NOT + 1);
      case '[' -> throw subsearch();
      default -> wordOrNumber();
    };
  }

  private SplException subsearch() {
    return new SplException(
        Diagnostic.unsupported(
            cursor.here(), "a subsearch inside an eval expression is not supported"));
  }

  private Expression wordOrNumber() {
    if (operands.isNumberNext()) {
      return operands.number();
    }
    if (InfixOperator.isNext(cursor, "NOT")) {
      return unary(UnaryOperator.NOT, 3, InfixOperator.RANK_OF_NOT + 1);
    }
    rejectOperator();
    SourceSpan name = operands.name();
    return cursor.isNext('(') ? call(name) : new Expression.Field(name, name.text());
  }

  /** AND, OR and XOR stand for no field; {@code like(x,y)} and {@code in(x,y)} are calls. */
  private void rejectOperator() {
    for (String operator : List.of("AND", "OR", "XOR")) {
      if (InfixOperator.isNext(cursor, operator)) {
        int start = cursor.position();
        throw SplCursor.error(
            cursor.span(start, start + operator.length()),
            "there is no condition before " + operator);
      }
    }
  }

  private Expression unary(UnaryOperator operator, int length, int rank) {
    int start = cursor.position();
    descend(start);
    cursor.moveTo(start + length);
    Expression operand = expression(rank);
    nesting--;
    checkHeight(start, ++height);
    return new Expression.Unary(cursor.span(start, operand.span().end()), operator, operand);
  }

  private Expression group() {
    int open = cursor.position();
    descend(open);
    cursor.take('(');
    Expression inner = expression();
    expectClosing(open);
    nesting--;
    return inner;
  }

  private void expectClosing(int open) {
    if (cursor.take(')')) {
      return;
    }
    if (cursor.isAtEnd()) {
      throw SplCursor.error(cursor.span(open, open + 1), "this parenthesis is never closed");
    }
    throw SplCursor.error(
        cursor.here(), "expected an operator or ')', not '" + cursor.here().text() + "'");
  }

  private Expression call(SourceSpan name) {
    descend(name.start());
    List<Expression> arguments = list();
    nesting--;
    checkHeight(name.start(), ++height);
    SourceSpan span = cursor.span(name.start(), cursor.offset());
    return new Expression.Call(span, name.text().toLowerCase(Locale.ROOT), arguments);
  }

  /** Expressions between parentheses, separated by commas; the opening parenthesis is next. */
  private List<Expression> list() {
    int open = cursor.position();
    cursor.take('(');
    List<Expression> members = new ArrayList<>();
    if (cursor.take(')')) {
      return members;
    }
    int highest = 0;
    do {
      members.add(expression());
      highest = Math.max(highest, height);
    } while (cursor.take(','));
    expectClosing(open);
    height = highest;
    return members;
  }

  private void descend(int at) {
    if (++nesting > MAX_NESTING) {
      throw SplCursor.error(
          cursor.span(at, at + 1), "the expression is nested more than " + MAX_NESTING + " deep");
    }
  }
}
