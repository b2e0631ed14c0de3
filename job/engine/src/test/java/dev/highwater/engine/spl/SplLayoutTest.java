package dev.highwater.engine.spl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SplLayoutTest {

  private static String layout(String text) {
    return SplLayout.of(SplSources.of("<spl>", text));
  }

  @Test
  void writesACommandALine() {
    assertThat(layout("  index=a   b |STATS  count\n by  c|`keep( x )`| where d=\"e  |  f\" "))
        .isEqualTo(
            """
            index=a b
            | stats count by c
            | `keep( x )`
            | where d="e  |  f"
            """);
  }

  @Test
  void keepsComments() {
    assertThat(layout("``` why ``` |search a ``` one |\n two ``` b``` three```|tail ```end```"))
        .isEqualTo(
            """
            ``` why ```
            | search a ``` one |
             two ``` b ``` three```
            | tail ```end```
            """);
  }

  @Test
  void writesSearchesInBracketsOnLinesOfTheirOwn() {
    assertThat(
            layout(
                "[search  a|RETURN b]([|inputlookup t]) c|join x[y] [search a [search  b]|head]"))
        .isEqualTo(
            """
            [ search a
                | return b ]([ | inputlookup t ]) c
            | join x[y]
                [ search a
                    [ search b ]
                | head ]
            """);
  }

  @Test
  void otherBracketsStayAsTheyAre() {
    assertThat(layout("| regex f=[a-z]+ | rex [ab] (?<n>[x  y]+) | fields 'a  [0]'  x[1|2]"))
        .isEqualTo(
            """
            | regex f=[a-z]+
            | rex [ab] (?<n>[x  y]+)
            | fields 'a  [0]' x[1|2]
            """);
  }

  @Test
  void keepsWhatATermSays() {
    assertThat(layout("a  TERM(b  c)  (d  OR  CASE(e  f)) TERM( g"))
        .isEqualTo("a TERM(b  c) (d OR CASE(e  f)) TERM( g\n");
    assertThat(layout("a'b=TERM('c  d)  'e  f'")).isEqualTo("a'b=TERM('c  d) 'e f'\n");
    assertThat(layout("`=1  TERM(`c  d)")).isEqualTo("`=1 TERM(`c  d)\n");
  }

  @Test
  void keepsWhatMayBeATextBehindAnApostrophe() {
    assertThat(layout("| eval 'a\"b'  =  \"'  c  .  d | eval 'f  \"g\"'=  h"))
        .isEqualTo(
            """
            | eval 'a"b'  =  "'  c  .  d
            | eval 'f  "g"'= h
            """);
  }

  @Test
  void keepsARegularExpressionWithoutQuotes() {
    assertThat(
            layout(
                "|rex  field=a   x  y=(?<n>z)  |rex  field=a  \"x  y\"   max_match=0"
                    + "|regex  f  !=  \"a  b\" |regex f  =a  b"))
        .isEqualTo(
            """
            | rex field=a   x  y=(?<n>z)
            | rex field=a "x  y" max_match=0
            | regex f != "a  b"
            | regex f  =a  b
            """);
  }

  @Test
  void keepsWhatNamesAColumn() {
    assertThat(
            layout(
                "| stats count(eval(a  >  1))  sum(a  b)  count(EVAL (c\n"
                    + "=1)) AS  d|eval  a=if( b,  c)"))
        .isEqualTo(
            """
            | stats count(eval(a  >  1)) sum(a  b) count(EVAL (c
            =1)) AS d
            | eval a=if( b, c)
            """);
  }

  /** Of a name that goes on in parentheses, and on. */
  @Test
  void keepsWhatGoesOnBehindParentheses() {
    assertThat(layout("| sort str(n)(n  NOT  m)")).isEqualTo("| sort str(n)(n  NOT  m)\n");
  }

  @Test
  void macrosAreWords() {
    assertThat(
            layout(
                "`a(\"x | y\",  `b([c)`)`  d | `E(  1 )` | search x=\"`g(\"h  i\")`\"  \"f  `g(h "
                    + " i)`  j\""))
        .isEqualTo(
            """
            `a("x | y",  `b([c)`)` d
            | `E(  1 )`
            | search x="`g("h  i")`" "f  `g(h  i)`  j"
            """);
  }

  @Test
  void anEmptyTextStaysEmpty() {
    assertThat(layout(" \n")).isEmpty();
  }

  @Test
  void refusesWhatDoesNotEnd() {
    assertThatThrownBy(() -> layout("search \"a")).isInstanceOf(SplException.class);
    assertThatThrownBy(() -> layout("TERM(a \"b `c(d\\\"")).isInstanceOf(SplException.class);
  }
}
