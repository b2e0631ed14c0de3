package dev.highwater.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules S-180, S-181, S-182, S-186, S-187, S-929. */
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
        "(?P<q>['\"]).(?P=q)   ~> \"a\"   ~> true",
        "(?<q>a)\\k<q>1        ~> aa1    ~> true",
        "(a)(b)\\g{-1}         ~> abb    ~> true",
        "a(?#note)b           ~> ab     ~> true",
        "\\o{101}              ~> A      ~> true",
        "[\\b]x\\y             ~> xy     ~> false",
        "\\m\\i                 ~> mi     ~> true",
        "A                    ~> a      ~> false",
        "(?i)A                ~> a      ~> true"
      })
  void findsAsPcreDoes(String regex, String text, boolean isFound) {
    assertThat(PcrePattern.compile(regex).find(text, PcrePatternTest::neverTold))
        .isEqualTo(isFound);
  }

  @Test
  void namesItsGroupsInOrderWhateverTheNames() {
    assertThat(PcrePattern.compile("(a)(?<b_1>b)(?:c)(?P<d>d)").groups())
        .hasToString("{b_1=2, d=3}");
  }

  @Test
  void aLineEndsAtALineFeedOnly() {
    assertThat(PcrePattern.compile("a.b").find("a\rb", PcrePatternTest::neverTold)).isTrue();
    assertThat(PcrePattern.compile("a.b").find("a\nb", PcrePatternTest::neverTold)).isFalse();
    assertThat(PcrePattern.compile("^b$").find("a\nb", PcrePatternTest::neverTold)).isFalse();
    assertThat(PcrePattern.compileForExtraction("^b$").find("a\nb", PcrePatternTest::neverTold))
        .isTrue();
    assertThat(PcrePattern.compileForExtraction("a.b").find("a\nb", PcrePatternTest::neverTold))
        .isTrue();
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
    assertThat(
            PcrePattern.compile(regex)
                .replaceAll("abcabc", replacement, PcrePatternTest::neverTold))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(.*a){20}$",
        "(a+)+\\1c",
        "a*a*a*a*a*a*a*a*c",
        "((a+)b?)+\\2c",
        "^(\\w+\\s?)*\\1!"
      })
  void aPatternThatNeedsTooManyStepsDoesNotMatchAndIsTold(String regex) {
    PcrePattern pattern = PcrePattern.compile(regex);
    List<String> told = new ArrayList<>();

    assertThat(pattern.find("a".repeat(40) + "b", told::add)).isFalse();
    assertThat(told)
        .containsExactly("match limit reached by the regular expression '" + regex + "'");
  }

  @Test
  void aMatchThatGoesTooDeepDoesNotMatchAndIsTold() {
    PcrePattern pattern = PcrePattern.compile("^(?:a|b)*$");
    List<String> told = new ArrayList<>();

    assertThat(pattern.find("ab".repeat(50), told::add)).isTrue();
    assertThat(told).isEmpty();
    assertThat(pattern.find("ab".repeat(500_000), told::add)).isFalse();
    assertThat(told).hasSize(1);
  }

  @Test
  void aLongTextThatMatchesInOneGoIsNoReasonToStop() {
    PcrePattern pattern = PcrePattern.compile("a[^b]*b");
    List<String> told = new ArrayList<>();

    assertThat(pattern.find("a" + "c".repeat(5_000_000) + "b", told::add)).isTrue();
    assertThat(told).isEmpty();
  }

  @Test
  void whatWasReplacedBeforeTheLimitStaysSo() {
    PcrePattern pattern = PcrePattern.compile("z|(a+)+\\1c");
    List<String> told = new ArrayList<>();

    assertThat(pattern.replaceAll("zz" + "a".repeat(40) + "b", "-", told::add))
        .isEqualTo("--" + "a".repeat(40) + "b");
    assertThat(told).hasSize(1);
  }

  @Test
  void theLimitIsToldOnceForAText() {
    PcreMatcher matcher = PcrePattern.compile("(a+)+\\1c").matcher("a".repeat(40) + "b");
    List<String> told = new ArrayList<>();

    assertThat(matcher.find()).isFalse();
    matcher.tellLimit(told::add);
    matcher.reset();
    assertThat(matcher.find()).isFalse();
    matcher.tellLimit(told::add);
    assertThat(told).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~>",
      value = {
        "(a(?R)?b)     ~> recursion '(?R'",
        "(a)(?1)       ~> recursion '(?1'",
        "(?<n>a)(?&n)  ~> recursion '(?&'",
        "(?P<n>a)(?P>n) ~> recursion '(?P>'",
        "a\\Kb         ~> the escape '\\K'",
        "(?|(a)|(b))   ~> a branch reset '(?|'",
        "(a)?(?(1)b|c) ~> a conditional group '(?('",
        "(*UTF8)a      ~> a verb '(*'",
        "(?J)a         ~> the flag '(?J'"
      })
  void namesWhatItCannotRun(String regex, String construct) {
    assertThatThrownBy(() -> PcrePattern.compile(regex))
        .isInstanceOf(UnsupportedRegexException.class)
        .hasMessage("unsupported in a regular expression: " + construct + " in '" + regex + "'");
  }

  @Test
  @EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
  void everyExpressionOfTheCorpusCompiles() throws IOException {
    Path file =
        Path.of(System.getProperty("highwater.shared", ""), "reference/corpus/regexes.json");
    int count = 0;
    try (JsonParser json = new JsonFactory().createParser(Files.readString(file))) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.START_ARRAY && json.nextToken() == JsonToken.VALUE_STRING) {
          String kind = json.nextTextValue();
          String regex = json.nextTextValue();
          if (regex != null && !kind.equals("rex sed")) {
            PcrePattern.compile(regex.replace("\\\\", "\\").replace("\\\"", "\""));
            count++;
          }
        }
      }
    }
    assertThat(count).isGreaterThan(250);
  }

  @Test
  void refusesAnEndlessExpression() {
    assertThatThrownBy(() -> PcrePattern.compile("{".repeat(1_000_000)))
        .hasMessage("bad regular expression: longer than 32768 characters");
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> PcrePattern.compile("a(b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bad regular expression 'a(b': Unclosed group near index 3");
  }

  private static void neverTold(String message) {
    throw new AssertionError(message);
  }
}
