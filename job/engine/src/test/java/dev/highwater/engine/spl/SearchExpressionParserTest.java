package dev.highwater.engine.spl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchExpressionParserTest {

  static SearchExpression parse(String text) {
    return SearchExpressionParser.parse(SplSources.of("<search>", text), 0, text.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~>",
      quoteCharacter = '\u0001',
      textBlock =
          """
          a b                                  ~> (AND a b)
          a=1 b=2 OR c=3                       ~> (AND (= a 1) (OR (= b 2) (= c 3)))
          a OR b AND c OR d e                  ~> (AND (OR a b) (OR c d) e)
          NOT a=1 b=2                          ~> (AND (NOT (= a 1)) (= b 2))
          NOT a OR b                           ~> (OR (NOT a) b)
          NOT (a b) OR c                       ~> (OR (NOT (AND a b)) c)
          NOT NOT a                            ~> (NOT (NOT a))
          (a b) c                              ~> (AND a b c)
          a and b or not c                     ~> (AND a and b or not c)
          ()                                   ~> *
          (())                                 ~> *
          *                                    ~> *
          "*"                                  ~> "*"
          a OR ()                              ~> (OR a *)
          x!=y x<1 x<=2 x>3 x>=4 x==5          ~> (AND (!= x y) (< x 1) (<= x 2) (> x 3) (>= x 4) (= x 5))
          P.name =cmd.exe                      ~> (= P.name cmd.exe)
          R.path = "*X*"                       ~> (= R.path "*X*")
          parent != explorer.exe               ~> (!= parent explorer.exe)
          "Field Name"=x                       ~> (= Field Name x)
          x IN (a, "b c", d*)                  ~> (IN x a "b c" d*)
          x IN ("a" "b",c d)                   ~> (IN x "a" "b" c d)
          x IN(a)                              ~> (IN x a)
          x IN (a,)                            ~> (IN x a)
          NOT x IN (a)                         ~> (NOT (IN x a))
          IN                                   ~> IN
          x in (a b)                           ~> (AND x in a b)
          country="IN" state="OR"              ~> (AND (= country "IN") (= state "OR"))
          OR=1 NOT=2                           ~> (AND (= OR 1) (= NOT 2))
          TERM(127.0.0.1)                      ~> TERM(127.0.0.1)
          TERM("*a:b*")                        ~> TERM("*a:b*")
          ip=TERM(10.0.0.1) CASE(Ab)           ~> (AND (= ip TERM(10.0.0.1)) CASE(Ab))
          c="*\\\\SOFTWARE\\\\*"               ~> (= c "*\\SOFTWARE\\*")
          c="a\\"b" d="\\s\\|"                 ~> (AND (= c "a"b") (= d "\\s|"))
          c=*\\"privileged\\":true*            ~> (= c *"privileged":true*)
          c=C:\\Windows\\*                     ~> (= c C:\\Windows\\*)
          c=*GetCurrent()* d                   ~> (AND (= c *GetCurrent()*) d)
          (c=*GetCurrent()*)                   ~> (= c *GetCurrent()*)
          x.y{}.z=1 tag::dest=a k8s.io/b-c=d   ~> (AND (= x.y{}.z 1) (= tag::dest a) (= k8s.io/b-c d))
          cidrmatch("10.0.0.0/8",ip)           ~> (AND cidrmatch "10.0.0.0/8" ,ip)
          a [ search b | table c ] d           ~> (AND a [search b | table c] d)
          NOT [search x]                       ~> (NOT [search x])
          earliest=-1h@h "a phrase"            ~> (AND (= earliest -1h@h) "a phrase")
          (a=1 OR a=2)(b=3)                    ~> (AND (OR (= a 1) (= a 2)) (= b 3))
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
          where a=1 by b           ~> (= a 1)      ~> by b
          where a BY b             ~> a            ~> BY b
          where by b               ~> *            ~> by b
          where by=1 groupby c     ~> (= by 1)     ~> groupby c
          where (a by b) by c      ~> (AND a by b) ~> by c
          where a                  ~> a            ~> ''
          """)
  void stopsAtKeywordsOutsideOfParentheses(String text, String tree, String rest) {
    ArgumentReader reader = ArgumentReaderTest.reader(text);
    assertThat(TreeText.of(reader.searchExpression("by", "groupby"))).isEqualTo(tree);
    assertThat(reader.rest()).isEqualTo(rest.replace("''", ""));
  }
}
