package dev.highwater.engine.spl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.spl.SearchValue.Directive;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SearchExpressionPrinterPropertyTest {

  private static final SourceSpan NOWHERE = new SourceSpan(SplSources.of("", ""), 0, 0);

  @Property
  void printsWhatParsesToTheSameTree(@ForAll("expressions") SearchExpression expression) {
    String printed = SearchExpressionPrinter.print(expression);
    SearchExpression parsed = SearchExpressionParserTest.parse(printed);
    assertThat(TreeText.of(parsed)).isEqualTo(TreeText.of(expression));
    assertThat(SearchExpressionPrinter.print(parsed))
        .isEqualTo(SearchExpressionPrinter.print(SearchExpressionParserTest.parse(printed)));
  }

  @Provide
  Arbitrary<SearchExpression> expressions() {
    return expressions(4);
  }

  private Arbitrary<SearchExpression> expressions(int depth) {
    Arbitrary<SearchExpression> leaves =
        Arbitraries.oneOf(everything(), terms(), comparisons(), lists());
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<SearchExpression> operands = expressions(depth - 1);
    return Arbitraries.oneOf(
        leaves, negations(operands), conjunctions(operands), disjunctions(operands));
  }

  private Arbitrary<SearchExpression> everything() {
    return Arbitraries.just(new SearchExpression.Everything(NOWHERE));
  }

  private Arbitrary<SearchValue> values() {
    Arbitrary<SearchValue> quoted =
        Arbitraries.strings()
            .withChars("ab*\\\"|() ,=[]")
            .ofMaxLength(6)
            .map(text -> new SearchValue(NOWHERE, text, true, Directive.NONE));
    Arbitrary<SearchValue> bare =
        Arbitraries.of("a", "b*", "1.5", "C:\\x\\*", "a\"b", "a|b", "f(x)", "10.0.0.0/8")
            .map(text -> new SearchValue(NOWHERE, text, false, Directive.NONE));
    Arbitrary<SearchValue> directed =
        Combinators.combine(
                Arbitraries.of(Directive.TERM, Directive.CASE), Arbitraries.of("a", "b*"))
            .as((directive, text) -> new SearchValue(NOWHERE, text, false, directive));
    return Arbitraries.oneOf(quoted, bare, directed);
  }

  private Arbitrary<String> fields() {
    return Arbitraries.of("a", "Processes.dest", "x{}.y", "tag::z", "a b", "OR", "q\"r", "p=q");
  }

  private Arbitrary<SearchExpression> terms() {
    return values()
        .filter(value -> value.quoted() || !value.text().equals("f(x)"))
        .map(value -> new SearchExpression.Term(NOWHERE, value));
  }

  private Arbitrary<SearchExpression> comparisons() {
    return Combinators.combine(fields(), Arbitraries.of(SearchExpression.Operator.class), values())
        .as((field, op, value) -> new SearchExpression.Comparison(NOWHERE, field, op, value));
  }

  private Arbitrary<SearchExpression> lists() {
    return Combinators.combine(fields(), values().list().ofMinSize(1).ofMaxSize(3))
        .as((field, values) -> new SearchExpression.In(NOWHERE, field, values));
  }

  private Arbitrary<SearchExpression> negations(Arbitrary<SearchExpression> parts) {
    return parts.map(operand -> new SearchExpression.Not(NOWHERE, operand));
  }

  private Arbitrary<SearchExpression> conjunctions(Arbitrary<SearchExpression> parts) {
    return parts
        .list()
        .ofMinSize(2)
        .ofMaxSize(3)
        .map(operands -> new SearchExpression.And(NOWHERE, operands));
  }

  private Arbitrary<SearchExpression> disjunctions(Arbitrary<SearchExpression> parts) {
    return parts
        .list()
        .ofMinSize(2)
        .ofMaxSize(3)
        .map(operands -> new SearchExpression.Or(NOWHERE, operands));
  }
}
