package dev.highwater.engine.spl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules S-025, S-902. */
class SplParserTest {

  private static Pipeline parse(String text) {
    return SplParser.parse(SplSources.of("<search>", text));
  }

  private static String calls(String text) {
    return calls(parse(text));
  }

  private static String calls(Pipeline pipeline) {
    return pipeline.calls().stream()
        .map(call -> call.name() + "<" + call.arguments().text() + ">")
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~>",
      quoteCharacter = '\u0001',
      textBlock =
          """
          a=1                                ~> search<a=1>
          search a=1 | head 5                ~> search<a=1> head<5>
          SEARCH a                           ~> search<a>
          search                             ~> search<>
          search=1                           ~> search<search=1>
          search (a)                         ~> search<(a)>
          tstats count                       ~> search<tstats count>
          | tstats count | Head              ~> tstats<count> head<>
          |eval x=1|where(x>1)               ~> eval<x=1> where<(x>1)>
          a="x|y" | rex "(?<b>a\\"|b)"       ~> search<a="x|y"> rex<"(?<b>a\\"|b)">
          a=x\\|y | stats count              ~> search<a=x\\|y> stats<count>
          a=*\\"b* | head                    ~> search<a=*\\"b*> head<>
          a [search b | head 1] | table c    ~> search<a [search b | head 1]> table<c>
          | join x [search "]" [a]] | head   ~> join<x [search "]" [a]]> head<>
          a ```it's | "quoted``` b | head    ~> search<a                      b> head<>
          a="```" | head                     ~> search<a="```"> head<>
          """)
  void splitsIntoCommands(String text, String calls) {
    assertThat(calls(text)).isEqualTo(calls);
  }

  /** S-1120. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "~>",
      textBlock =
          """
          head 2 | b         ~> head<2> b<>
          Head               ~> head<>
          | head 2           ~> head<2>
          head=2             ~> search<head=2>
          head != 2          ~> search<head != 2>
          headless 2         ~> search<headless 2>
          tail 2             ~> search<tail 2>
          search head        ~> search<head>
          """)
  void namesTheCommandsThatMayComeFirstWithoutAPipe(String text, String calls) {
    assertThat(calls(SplParser.parse(SplSources.of("<search>", text), Set.of("head"))))
        .isEqualTo(calls);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n ", "```only a comment```"})
  void findsNoCommandInAnEmptyText(String text) {
    assertThat(parse(text).calls()).isEmpty();
  }

  @Test
  void knowsWhereThingsStand() {
    CommandCall call = parse("a | Head  5 | b").calls().get(1);
    assertThat(call.span().text()).isEqualTo("Head  5");
    assertThat(call.nameSpan().text()).isEqualTo("Head");
    assertThat(call.arguments().start()).isEqualTo(10);
    assertThat(parse(" a").calls().get(0).nameSpan().text()).isEmpty();
  }

  @Test
  void refusesDeepNestingInsteadOfOverflowing() {
    assertThatThrownBy(() -> parse("[".repeat(100_000) + "]".repeat(100_000)))
        .hasMessageStartingWith("<search>:1:101: subsearches are nested more than 100 deep");
    String parentheses = "(".repeat(100_000) + "x" + ")".repeat(100_000);
    assertThatThrownBy(() -> SearchExpressionParserTest.parse(parentheses))
        .hasMessageStartingWith("<search>:1:201: the expression is nested more than 200 deep");
    assertThatThrownBy(() -> ExpressionParserTest.parse(parentheses))
        .hasMessageStartingWith("<search>:1:201: the expression is nested more than 200 deep");
    assertThatThrownBy(() -> SearchExpressionParserTest.parse("NOT ".repeat(100_000) + "x"))
        .hasMessageStartingWith("<search>:1:801: the expression is nested more than 200 deep");
    assertThatThrownBy(() -> ExpressionParserTest.parse("1" + "+1".repeat(100_000)))
        .hasMessageStartingWith("<search>:1:1002: the expression is more than 500 operators deep");
  }

  @Test
  void readsTheDeepestThatItAccepts() {
    String mixed = "a OR (b AND (NOT c=(d+(e*(-f(".repeat(25) + "x" + "))))))".repeat(25);
    assertThat(TreeText.of(ExpressionParserTest.parse(mixed))).startsWith("(OR a (AND b (NOT (= c");
    String search = "a (b OR NOT (".repeat(60) + "x" + "))".repeat(60);
    assertThat(TreeText.of(SearchExpressionParserTest.parse(search))).startsWith("(AND a (OR b");
  }

  @Test
  void readsALongTextInOneGo() {
    String text = "a=1 OR ".repeat(100_000) + "a=1" + " | head".repeat(9_000);
    Pipeline pipeline = parse(text);
    assertThat(pipeline.calls()).hasSize(9_001);
    SearchExpression search = new ArgumentReader(pipeline.calls().get(0)).searchExpression();
    assertThat(((SearchExpression.Or) search).operands()).hasSize(100_001);
  }
}
