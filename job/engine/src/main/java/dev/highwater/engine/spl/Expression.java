package dev.highwater.engine.spl;

import dev.highwater.engine.event.FieldValue;
import java.util.List;

/**
 * An expression of {@code eval} and {@code where}: NOT, then AND, then OR, then XOR (S-001, S-120).
 */
public sealed interface Expression {

  SourceSpan span();

  /** A quoted string, escapes resolved (S-123), or a number. */
  record Literal(SourceSpan span, FieldValue value) implements Expression {}

  /** A field, written bare or in single quotes (S-109). */
  record Field(SourceSpan span, String name) implements Expression {}

  record Unary(SourceSpan span, UnaryOperator operator, Expression operand) implements Expression {}

  record Binary(SourceSpan span, BinaryOperator operator, Expression left, Expression right)
      implements Expression {}

  /** {@code operand IN (members)}: equality with any of them (S-122). */
  record InList(SourceSpan span, Expression operand, List<Expression> members)
      implements Expression {}

  /**
   * A function call.
   *
   * @param function as a key: lower case (S-175)
   */
  record Call(SourceSpan span, String function, List<Expression> arguments) implements Expression {}

  /** Operators with one operand. */
  enum UnaryOperator {
    NOT,
    MINUS
  }

  /** Operators with two operands. */
  enum BinaryOperator {
    OR("OR"),
    XOR("XOR"),
    AND("AND"),
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    LIKE("LIKE"),
    PLUS("+"),
    MINUS("-"),
    CONCATENATE("."),
    TIMES("*"),
    DIVIDE("/"),
    MODULO("%");

    private final String symbol;

    BinaryOperator(String symbol) {
      this.symbol = symbol;
    }

    /** As written in SPL. */
    public String symbol() {
      return symbol;
    }
  }
}
