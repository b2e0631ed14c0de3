package dev.highwater.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-180, S-181, S-182, S-187. */
class PcrePatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~>",
      quoteCharacter = '`',
      value = {
        "(?<New_Value>b+)     ~> abbc   ~> true",
        "(?P<x>a)|(?'y'z)     ~> z      ~> true",
        "(?<=a)b              ~> ab     ~> true",
        "(?<!a)b              ~> ab     ~> false",
        "[[:alpha:]]+1        ~> ab1    ~> true",
        "^[[:^alpha:]]$       ~> a      ~> false",
        "^[[:^alpha:]x]$      ~> x      ~> true",
        "[[a]                 ~> [      ~> true",
        "[a&&b]               ~> &      ~> true",
        "[]a]                 ~> ]      ~> true",
        "[^]a]                ~> ]      ~> false",
        "a{2}                 ~> aa     ~> true",
        "a{,2}                ~> a{,2}  ~> true",
        "{x}                  ~> {x}    ~> true",
        "\\p{Lu}b             ~> Ab     ~> true",
        "\\x{41}              ~> A      ~> true",
        "\\x{00e9}            ~> é      ~> true",
        "\\Q(a)\\E            ~> (a)    ~> true",
        "\\(a\\)              ~> (a)    ~> true",
        "A                    ~> a      ~> false",
        "(?i)A                ~> a      ~> true"
      })
  void findsAsPcreDoes(String regex, String text, boolean isFound) {
    assertThat(PcrePattern.compile(regex).find(text)).isEqualTo(isFound);
  }

  @Test
  void namesItsGroupsInOrderWhateverTheNames() {
    assertThat(PcrePattern.compile("(a)(?<b_1>b)(?:c)(?P<d>d)").groups())
        .hasToString("{b_1=2, d=3}");
  }

  @Test
  void aLineEndsAtALineFeedOnly() {
    assertThat(PcrePattern.compile("a.b").find("a\rb")).isTrue();
    assertThat(PcrePattern.compile("a.b").find("a\nb")).isFalse();
    assertThat(PcrePattern.compile("^b$").find("a\nb")).isFalse();
    assertThat(PcrePattern.compileForExtraction("^b$").find("a\nb")).isTrue();
    assertThat(PcrePattern.compileForExtraction("a.b").find("a\nb")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "b, X, aXcaXc",
    "'(a)(b)', '\\2\\1', bacbac",
    "'b', '\\0\\0', abbcabbc",
    "'(b)|(z)', '\\2', acac",
    "b, $1, a$1ca$1c",
    "b, '\\\\', 'a\\ca\\c'",
    "'x*', '-', '-a-b-c-a-b-c-'"
  })
  void replacesAllMatches(String regex, String replacement, String expected) {
    assertThat(PcrePattern.compile(regex).replaceAll("abcabc", replacement)).isEqualTo(expected);
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> PcrePattern.compile("a(b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bad regular expression 'a(b': Unclosed group near index 3");
  }
}
