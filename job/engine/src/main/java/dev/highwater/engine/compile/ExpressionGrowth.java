package dev.highwater.engine.compile;

import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.Growth;
import dev.highwater.engine.plan.RowGrowth;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.Expression.UnaryOperator;
import java.util.List;
import java.util.Map;

/** How eval expressions change while the group that their row is of takes in more (S-1950). */
record ExpressionGrowth(Map<String, EvalFunction> functions, RowGrowth row) {

  Growth of(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      return literal.value().isNumeric() ? Growth.FIXED_NUMBER : Growth.FIXED;
    } else if (expression instanceof Expression.Field field) {
      return row.of(field.name());
    } else if (expression instanceof Expression.Unary unary) {
      return unary(unary.operator(), of(unary.operand()));
    } else if (expression instanceof Expression.Binary binary) {
      return binary(binary, of(binary.left()), of(binary.right()));
    } else if (expression instanceof Expression.InList in) {
      return anyOf(of(in.operand()), Growth.fixed(all(in.members())));
    }
    return call((Expression.Call) expression);
  }

  private static Growth unary(UnaryOperator operator, Growth operand) {
    return operator == UnaryOperator.MINUS ? number(operand.opposite()) : operand.opposite();
  }

  private static Growth binary(Expression.Binary binary, Growth left, Growth right) {
    return switch (binary.operator()) {
      case AND, OR -> both(left, right);
      case GREATER, GREATER_OR_EQUAL -> ordered(left, right);
      case LESS, LESS_OR_EQUAL -> ordered(right, left);
      case EQUAL, NOT_EQUAL -> anyOf(left, right);
      case LIKE -> right.isFixed() ? anyOf(left, right) : Growth.UNKNOWN;
      case PLUS -> isNumber(left) && isNumber(right) ? sum(left, right) : fixed(left, right);
      case MINUS ->
          isNumber(left) && isNumber(right)
              ? sum(left, right.opposite())
              : number(fixed(left, right));
      case TIMES, DIVIDE -> scaled(binary.right(), left, right);
      case MODULO -> number(fixed(left, right));
      case XOR, CONCATENATE -> fixed(left, right);
    };
  }

  private static Growth both(Growth left, Growth right) {
    if (left.isFixed() && right.isFixed()) {
      return Growth.FIXED;
    } else if (left.staysTrue() && right.staysTrue()) {
      return Growth.STAYS_TRUE;
    }
    return left.staysFalse() && right.staysFalse() ? Growth.STAYS_FALSE : Growth.UNKNOWN;
  }

  /** Of {@code left > right}. */
  private static Growth ordered(Growth left, Growth right) {
    if (left.isFixed() && right.isFixed()) {
      return Growth.FIXED;
    } else if (left.isNeverLess() && right.isNeverGreater()) {
      return Growth.STAYS_TRUE;
    }
    return left.isNeverGreater() && right.isNeverLess() ? Growth.STAYS_FALSE : anyOf(left, right);
  }

  /** Of a test that holds when it does for any of several values (S-950). */
  private static Growth anyOf(Growth left, Growth right) {
    boolean isGaining = left == Growth.GAINS || right == Growth.GAINS;
    boolean isKnown =
        (left == Growth.GAINS || left.isFixed()) && (right == Growth.GAINS || right.isFixed());
    return isGaining && isKnown ? Growth.STAYS_TRUE : fixed(left, right);
  }

  private static Growth fixed(Growth left, Growth right) {
    return Growth.fixed(List.of(left, right));
  }

  private static Growth number(Growth growth) {
    return growth == Growth.FIXED ? Growth.FIXED_NUMBER : growth;
  }

  private static boolean isNumber(Growth growth) {
    return growth.isNeverLess() || growth.isNeverGreater();
  }

  private static Growth sum(Growth left, Growth right) {
    if (left.isFixed() && right.isFixed()) {
      return Growth.FIXED_NUMBER;
    } else if (left.isNeverLess() && right.isNeverLess()) {
      return Growth.RISES;
    }
    return left.isNeverGreater() && right.isNeverGreater() ? Growth.FALLS : Growth.UNKNOWN;
  }

  /** A number keeps its direction where it is multiplied with, or divided by, one above 0. */
  private static Growth scaled(Expression scale, Growth left, Growth right) {
    boolean isPositive =
        scale instanceof Expression.Literal literal && literal.value().number() > 0;
    return isPositive && isNumber(left) ? left : number(fixed(left, right));
  }

  private Growth call(Expression.Call call) {
    EvalFunction function = functions.get(call.function());
    return function == null || !function.reads().equals(FieldSet.NONE)
        ? Growth.UNKNOWN
        : function.growth(all(call.arguments()));
  }

  private List<Growth> all(List<Expression> expressions) {
    return expressions.stream().map(this::of).toList();
  }
}
