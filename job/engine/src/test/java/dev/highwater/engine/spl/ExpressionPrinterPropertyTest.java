package dev.highwater.engine.spl;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpressionPrinterPropertyTest {

  @Property
  void printsWhatParsesToTheSameTree(@ForAll("expressions") Expression expression) {
    Expression parsed = ExpressionParserTest.parse(ExpressionPrinter.print(expression));
    assertThat(TreeText.of(parsed)).isEqualTo(TreeText.of(expression));
    assertThat(ExpressionPrinter.print(parsed)).isEqualTo(ExpressionPrinter.print(expression));
  }

  @Provide
  Arbitrary<Expression> expressions() {
    return ExpressionTrees.all();
  }
}
