package dev.highwater.engine.compile;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.match.LikePattern;
import dev.highwater.engine.plan.ValueComparison;
import dev.highwater.engine.spl.Expression.BinaryOperator;
import java.util.function.BiPredicate;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** An operator on two values neither of which is NULL. */
@FunctionalInterface
interface ValueOperation {

  @Nullable FieldValue apply(FieldValue left, FieldValue right);

  static ValueOperation of(BinaryOperator operator) {
    return switch (operator) {
      case EQUAL -> comparison(ValueComparison::isEqual);
      case NOT_EQUAL -> comparison((left, right) -> !ValueComparison.isEqual(left, right));
      case LESS -> ordered(order -> order < 0);
      case LESS_OR_EQUAL -> ordered(order -> order <= 0);
      case GREATER -> ordered(order -> order > 0);
      case GREATER_OR_EQUAL -> ordered(order -> order >= 0);
      case LIKE -> (left, right) -> BooleanValue.of(isLike(left, right));
      case PLUS -> ValueOperation::plus;
      case CONCATENATE -> (left, right) -> FieldValue.of(left.text() + right.text());
      case MINUS -> arithmetic((a, b) -> a - b);
      case TIMES -> arithmetic((a, b) -> a * b);
      case DIVIDE -> arithmetic((a, b) -> b == 0 ? Double.NaN : a / b);
      case MODULO -> arithmetic((a, b) -> b == 0 ? Double.NaN : a % b);
      case AND, OR, XOR ->
          throw new IllegalArgumentException(operator + " is no operator on values");
    };
  }

  /** Whether any value of {@code left} matches, as with {@code like()} (S-121). */
  private static boolean isLike(FieldValue left, FieldValue right) {
    String pattern = right.text();
    return left.members().stream().anyMatch(each -> LikePattern.matches(pattern, each.text()));
  }

  private static ValueOperation comparison(BiPredicate<FieldValue, FieldValue> test) {
    return (left, right) -> BooleanValue.of(ValueComparison.holdsForAny(left, right, test));
  }

  private static ValueOperation ordered(IntPredicate holds) {
    return comparison((left, right) -> holds.test(ValueComparison.compare(left, right)));
  }

  /**
   * NULL where an operand is no number or the result is none, as after a division by zero (S-108).
   */
  private static ValueOperation arithmetic(DoubleBinaryOperator operation) {
    return (left, right) -> {
      double result = operation.applyAsDouble(left.number(), right.number());
      return Double.isNaN(result) ? null : FieldValue.of(result);
    };
  }

  /** Adds numbers, joins texts, gives NULL for one of each (S-108). */
  private static @Nullable FieldValue plus(FieldValue left, FieldValue right) {
    if (left.isNumeric() && right.isNumeric()) {
      return FieldValue.of(left.number() + right.number());
    }
    return left.isNumeric() || right.isNumeric() ? null : FieldValue.of(left.text() + right.text());
  }
}
