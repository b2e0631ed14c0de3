package dev.highwater.engine.spl;

import java.util.List;

/**
 * An expression of {@code search}, {@code tstats where}, event types and data model constraints:
 * NOT, then OR, then AND (S-001).
 */
public sealed interface SearchExpression {

  SourceSpan span();

  /** Always true: an empty expression, empty parentheses (S-006) or a lone {@code *}. */
  record Everything(SourceSpan span) implements SearchExpression {}

  record And(SourceSpan span, List<SearchExpression> operands) implements SearchExpression {}

  record Or(SourceSpan span, List<SearchExpression> operands) implements SearchExpression {}

  record Not(SourceSpan span, SearchExpression operand) implements SearchExpression {}

  /**
   * {@code field=value} and its kin (S-010). Time modifiers such as {@code earliest=} come as this,
   * too.
   */
  record Comparison(SourceSpan span, String field, Operator operator, SearchValue value)
      implements SearchExpression {}

  /** {@code field IN (values)} (S-005). */
  record In(SourceSpan span, String field, List<SearchValue> values) implements SearchExpression {}

  /** A bare word or phrase, looked for in {@code _raw} (S-023, S-032). */
  record Term(SourceSpan span, SearchValue value) implements SearchExpression {}

  /** A subsearch in brackets that filters (S-050). */
  record Subsearch(SourceSpan span, Pipeline pipeline) implements SearchExpression {}

  /** Comparison operators of search expressions. */
  enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** As written in SPL. */
    public String symbol() {
      return symbol;
    }
  }
}
