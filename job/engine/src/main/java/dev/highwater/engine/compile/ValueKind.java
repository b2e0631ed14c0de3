package dev.highwater.engine.compile;

import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.Expression.UnaryOperator;
import java.util.function.Predicate;

/** What an expression is seen to give whatever the row holds (S-1017). */
enum ValueKind {
  BOOLEAN("a Boolean"),
  NUMBER("a number"),
  TEXT("a text"),
  /** The values of fields and functions are known at the run. */
  ANY("a value");

  private final String words;

  ValueKind(String words) {
    this.words = words;
  }

  /** As messages say it, with its article. */
  String words() {
    return words;
  }

  /**
   * The kind of an expression.
   *
   * @param isCondition whether a call gives a Boolean
   */
  static ValueKind of(Expression expression, Predicate<Expression.Call> isCondition) {
    if (expression instanceof Expression.Literal literal) {
      return literal.span().text().startsWith("\"") ? TEXT : NUMBER;
    } else if (expression instanceof Expression.Unary unary) {
      return unary.operator() == UnaryOperator.NOT ? BOOLEAN : NUMBER;
    } else if (expression instanceof Expression.Binary binary) {
      return of(binary);
    } else if (expression instanceof Expression.Call call) {
      return isCondition.test(call) ? BOOLEAN : ANY;
    }
    return expression instanceof Expression.InList ? BOOLEAN : ANY;
  }

  private static ValueKind of(Expression.Binary binary) {
    return switch (binary.operator()) {
      case CONCATENATE -> TEXT;
      case PLUS -> ANY;
      case MINUS, TIMES, DIVIDE, MODULO -> NUMBER;
      default -> BOOLEAN;
    };
  }

  /** Whether values of the two kinds may be compared. */
  boolean isComparableWith(ValueKind other) {
    return this == other || this == ANY || other == ANY;
  }
}
