package dev.highwater.engine.spl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-120, S-904. */
class ExpressionParserTest {

  static Expression parse(String text) {
    return ExpressionParser.parse(
        new SourceSpan(SplSources.of("<search>", text), 0, text.length()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~>",
      quoteCharacter = '\u0001',
      textBlock =
          """
          a OR b AND c XOR d               ~> (XOR (OR a (AND b c)) d)
          NOT a=1 AND b=2                  ~> (AND (NOT (= a 1)) (= b 2))
          not x and y or z                 ~> (OR (AND (NOT x) y) z)
          a+b*c-d                          ~> (- (+ a (* b c)) d)
          a-b-c                            ~> (- (- a b) c)
          a-(b-c)                          ~> (- a (- b c))
          a/b%c                            ~> (% (/ a b) c)
          -a*b                             ~> (* (- a) b)
          --a                              ~> (- (- a))
          5 + .5 + 1e3 + 2.50              ~> (+ (+ (+ 5 0.5) 1000) 2.5)
          a==b                             ~> (= a b)
          a!=b                             ~> (!= a b)
          a<=b                             ~> (<= a b)
          a>=b AND a<b AND a>b             ~> (AND (>= a b) (< a b) (> a b))
          user.name                        ~> (. user name)
          "x".f."y" + 1                    ~> (+ (. "x" f "y") 1)
          'Processes.x'="y"                ~> (= Processes.x "y")
          'it\\'s'                         ~> it's
          a{}.b{0}                         ~> (. a{} b{0})
          LIKE(a,"b%") OR a LIKE "c"       ~> (OR like(a "b%") (LIKE a "c"))
          x IN ("a", b, 3)                 ~> (IN x "a" b 3)
          x in(1) OR in(x, 1)              ~> (OR (IN x 1) in(x 1))
          x NOT IN (1)                     ~> (NOT (IN x 1))
          a AND x NOT LIKE "b" OR c        ~> (OR (AND a (NOT (LIKE x "b"))) c)
          !match(a, "b") AND c             ~> (AND (NOT match(a "b")) c)
          NOT(a) OR b                      ~> (OR (NOT a) b)
          If(isnull(x), null(), TRUE())    ~> if(isnull(x) null() true())
          true                             ~> true
          notable+order                    ~> (+ notable order)
          "(.*)\\\\\\(.+)$"                ~> "(.*)\\\\(.+)$"
          "a\\"b\\\\c\\d"                  ~> "a"b\\c\\d"
          round(a/b, 2)."%"                ~> (. round((/ a b) 2) "%")
          a . (b . c)                      ~> (. a b c)
          1.5.x                            ~> (. 1.5 x)
          """)
  void parses(String text, String tree) {
    assertThat(TreeText.of(parse(text))).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~>",
      quoteCharacter = '\u0001',
      textBlock =
          """
          eval x>1) as y      ~> (> x 1)   ~> ) as y
          eval a + 1 AS b     ~> (+ a 1)   ~> AS b
          eval a, b           ~> a         ~> , b
          eval a by c         ~> a         ~> by c
          """)
  void stopsAtWhatCannotContinueAnExpression(String text, String tree, String rest) {
    ArgumentReader reader = ArgumentReaderTest.reader(text);
    assertThat(TreeText.of(reader.expression())).isEqualTo(tree);
    assertThat(reader.rest()).isEqualTo(rest);
  }

  @Test
  void makesNoDeepTreeOfALongChain() {
    String text = String.join(" OR ", Collections.nCopies(100_000, "x=1"));
    assertThat(depth(parse(text))).isLessThan(25);
  }

  private static int depth(Expression expression) {
    return expression instanceof Expression.Binary binary
        ? 1 + Math.max(depth(binary.left()), depth(binary.right()))
        : 1;
  }
}
