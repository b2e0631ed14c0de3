package dev.highwater.engine.spl;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.spl.Expression.BinaryOperator;
import dev.highwater.engine.spl.Expression.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random eval expressions. */
public final class ExpressionTrees {

  private static final SourceSpan NOWHERE = new SourceSpan(SplSources.of("", ""), 0, 0);

  private ExpressionTrees() {}

  /** Trees of a few levels. */
  public static Arbitrary<Expression> all() {
    return expressions(4);
  }

  private static Arbitrary<Expression> expressions(int depth) {
    Arbitrary<Expression> leaves = Arbitraries.oneOf(fields(), texts(), numbers());
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Expression> operands = expressions(depth - 1);
    return Arbitraries.oneOf(
        leaves, unaries(operands), binaries(operands), calls(operands), lists(operands));
  }

  private static Arbitrary<Expression> fields() {
    return Arbitraries.of("a", "b_1", "x{}", "Processes.dest", "a b", "it's", "and", "5x", "c\\d")
        .map(name -> new Expression.Field(NOWHERE, name));
  }

  private static Arbitrary<Expression> texts() {
    return Arbitraries.strings()
        .withChars("ab\"\\'*% |\n")
        .ofMaxLength(6)
        .map(text -> new Expression.Literal(NOWHERE, FieldValue.of(text)));
  }

  private static Arbitrary<Expression> numbers() {
    return Arbitraries.of(0.0, 7.0, 0.25, 1e9, 1e30, 1e-9, Double.POSITIVE_INFINITY)
        .map(number -> new Expression.Literal(NOWHERE, FieldValue.of(number)));
  }

  private static Arbitrary<Expression> unaries(Arbitrary<Expression> operands) {
    return Combinators.combine(Arbitraries.of(UnaryOperator.class), operands)
        .as((operator, operand) -> new Expression.Unary(NOWHERE, operator, operand));
  }

  private static Arbitrary<Expression> binaries(Arbitrary<Expression> operands) {
    return Combinators.combine(Arbitraries.of(BinaryOperator.class), operands, operands)
        .as((operator, left, right) -> new Expression.Binary(NOWHERE, operator, left, right));
  }

  private static Arbitrary<Expression> calls(Arbitrary<Expression> operands) {
    return operands
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(arguments -> new Expression.Call(NOWHERE, "coalesce", arguments));
  }

  private static Arbitrary<Expression> lists(Arbitrary<Expression> operands) {
    return Combinators.combine(operands, operands.list().ofMinSize(1).ofMaxSize(3))
        .as((operand, members) -> new Expression.InList(NOWHERE, operand, members));
  }
}
