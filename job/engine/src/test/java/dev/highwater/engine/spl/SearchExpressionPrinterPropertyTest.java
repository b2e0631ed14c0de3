package dev.highwater.engine.spl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.spl.SearchValue.Directive;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchExpressionPrinterPropertyTest {

  @Property
  void printsWhatParsesToTheSameTree(@ForAll("expressions") SearchExpression expression) {
    String printed = SearchExpressionPrinter.print(expression);
    SearchExpression parsed = SearchExpressionParserTest.parse(printed);
    assertThat(TreeText.of(parsed)).isEqualTo(TreeText.of(expression));
    assertThat(SearchExpressionPrinter.print(parsed)).isEqualTo(printed);
  }

  @Provide
  Arbitrary<SearchExpression> expressions() {
    return SearchExpressionTrees.all();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\"b", "a|b", "f(x)", "\\(", "\\```", "=a", "!a", "a,b", "[a]", "IN", "by", "NOT"
      })
  void putsInQuotesWhatABareWordDoesNotSay(String text) {
    SourceSpan nowhere = new SourceSpan(SplSources.of("", ""), 0, 0);
    SearchValue bare = new SearchValue(nowhere, text, false, Directive.NONE);
    SearchValue quoted = new SearchValue(nowhere, text, true, Directive.NONE);
    String printed = SearchExpressionPrinter.print(new SearchExpression.Term(nowhere, bare));
    assertThat(TreeText.of(SearchExpressionParserTest.parse(printed)))
        .isEqualTo(TreeText.of(new SearchExpression.Term(nowhere, quoted)));
  }
}
