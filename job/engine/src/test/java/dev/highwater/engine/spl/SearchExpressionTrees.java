package dev.highwater.engine.spl;

import dev.highwater.engine.spl.SearchValue.Directive;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random search expressions. */
public final class SearchExpressionTrees {

  private static final SourceSpan NOWHERE = new SourceSpan(SplSources.of("", ""), 0, 0);

  private SearchExpressionTrees() {}

  /** Trees of a few levels; no searches in brackets. */
  public static Arbitrary<SearchExpression> all() {
    return expressions(4);
  }

  private static Arbitrary<SearchExpression> expressions(int depth) {
    Arbitrary<SearchExpression> leaves =
        Arbitraries.oneOf(everything(), terms(), comparisons(), lists());
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<SearchExpression> operands = expressions(depth - 1);
    return Arbitraries.oneOf(
        leaves, negations(operands), conjunctions(operands), disjunctions(operands));
  }

  private static Arbitrary<SearchExpression> everything() {
    return Arbitraries.just(new SearchExpression.Everything(NOWHERE));
  }

  private static Arbitrary<SearchValue> values() {
    Arbitrary<SearchValue> quoted =
        Arbitraries.strings()
            .withChars("ab*\\\"|() ,=[]")
            .ofMaxLength(6)
            .map(text -> new SearchValue(NOWHERE, text, true, Directive.NONE));
    Arbitrary<SearchValue> bare =
        Arbitraries.of("a", "b*", "1.5", "C:\\x\\*", "it's", "10.0.0.0/8")
            .map(text -> new SearchValue(NOWHERE, text, false, Directive.NONE));
    Arbitrary<SearchValue> directed =
        Combinators.combine(
                Arbitraries.of(Directive.TERM, Directive.CASE), Arbitraries.of("a", "b*"))
            .as((directive, text) -> new SearchValue(NOWHERE, text, false, directive));
    return Arbitraries.oneOf(quoted, bare, directed);
  }

  private static Arbitrary<String> fields() {
    return Arbitraries.of("a", "Processes.dest", "x{}.y", "tag::z", "a b", "OR", "q\"r", "p=q");
  }

  private static Arbitrary<SearchExpression> terms() {
    return values().map(value -> new SearchExpression.Term(NOWHERE, value));
  }

  private static Arbitrary<SearchExpression> comparisons() {
    return Combinators.combine(fields(), Arbitraries.of(SearchExpression.Operator.class), values())
        .as((field, op, value) -> new SearchExpression.Comparison(NOWHERE, field, op, value));
  }

  private static Arbitrary<SearchExpression> lists() {
    return Combinators.combine(fields(), values().list().ofMinSize(1).ofMaxSize(3))
        .as((field, values) -> new SearchExpression.In(NOWHERE, field, values));
  }

  private static Arbitrary<SearchExpression> negations(Arbitrary<SearchExpression> parts) {
    return parts.map(operand -> new SearchExpression.Not(NOWHERE, operand));
  }

  private static Arbitrary<SearchExpression> conjunctions(Arbitrary<SearchExpression> parts) {
    return parts
        .list()
        .ofMinSize(2)
        .ofMaxSize(3)
        .map(operands -> new SearchExpression.And(NOWHERE, operands));
  }

  private static Arbitrary<SearchExpression> disjunctions(Arbitrary<SearchExpression> parts) {
    return parts
        .list()
        .ofMinSize(2)
        .ofMaxSize(3)
        .map(operands -> new SearchExpression.Or(NOWHERE, operands));
  }
}
