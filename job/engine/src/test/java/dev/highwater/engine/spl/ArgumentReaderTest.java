package dev.highwater.engine.spl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule S-903. */
class ArgumentReaderTest {

  /** A reader of the arguments of a command such as {@code head 5}. */
  static ArgumentReader reader(String command) {
    SplSource source = SplSources.of("<search>", "| " + command);
    return new ArgumentReader(SplParser.parse(source).calls().get(0));
  }

  private static List<String> texts(List<Word> words) {
    return words.stream().map(Word::text).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~>",
      quoteCharacter = '\u0001',
      textBlock =
          """
          fields a, b c,d                      ~> a|b|c|d
          fields a.b x{}.y tag::dest @t #n *e  ~> a.b|x{}.y|tag::dest|@t|#n|*e
          fields annotations.mitre{} "a b" 'c' ~> annotations.mitre{}|a b|c
          fields values(x) min(_time),count    ~> values(x)|min(_time)|count
          fields a,, b,                        ~> a|b
          fields a by b                        ~> a
          fields a, max=0 [ search x ]         ~> a
          fields a [ search x ]                ~> a
          fields "a\\"b\\\\c\\d"               ~> a"b\\c\\d
          fields it's                          ~> it's
          """)
  void readsFieldLists(String command, String fields) {
    assertThat(String.join("|", texts(reader(command).fieldList("by")))).isEqualTo(fields);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~>",
      quoteCharacter = '\u0001',
      textBlock =
          """
          bin x span=1h y                          ~> 1h
          bin x SPAN = "1 h"                       ~> 1 h
          bin x span=%Y-%m-%dT%H:%M:%S=a z         ~> %Y-%m-%dT%H:%M:%S=a
          bin x span=([\\w\\d\\-]+) z              ~> ([\\w\\d\\-]+)
          bin x span=(a="b c)" OR d) z             ~> (a="b c)" OR d)
          bin x span=eval(x > 1) z                 ~> eval(x > 1)
          bin x span=1h,y                          ~> 1h
          bin x span=, y                           ~> ,
          """)
  void readsOptions(String command, String value) {
    ArgumentReader reader = reader(command);
    reader.expectKeyword("x");
    assertThat(reader.peekOption()).isTrue();
    assertThat(reader.tryOption("other", "span"))
        .extracting(option -> option.name() + "=" + option.value().text())
        .isEqualTo("span=" + value);
  }

  @Test
  void takesNoOptionOfAnotherNameOrWithoutASign() {
    assertThat(reader("bin spam=1").tryOption("span")).isNull();
    assertThat(reader("bin span 1").tryOption("span")).isNull();
    assertThat(reader("bin span==1").tryOption("span")).isNull();
  }

  @Test
  void readsAnAggregationPieceByPiece() {
    ArgumentReader reader = reader("stats count(eval(x>1)) AS \"my y\", dc(a) by b");
    assertThat(reader.word("an aggregation").text()).isEqualTo("count");
    reader.expectPunctuation('(');
    reader.expectKeyword("EVAL");
    reader.expectPunctuation('(');
    assertThat(TreeText.of(reader.expression())).isEqualTo("(> x 1)");
    reader.expectPunctuation(')');
    reader.expectPunctuation(')');
    assertThat(reader.tryKeyword("as")).isTrue();
    assertThat(reader.word("a name").quoted()).isTrue();
    assertThat(reader.tryPunctuation(',')).isTrue();
    assertThat(reader.fieldName("a name").text()).isEqualTo("dc(a)");
    assertThat(reader.peekKeyword("by")).isTrue();
    assertThat(reader.rest()).isEqualTo("by b");
    assertThat(reader.isAtEnd()).isTrue();
  }

  @Test
  void readsSubsearches() {
    ArgumentReader reader =
        reader("join a [ | tstats count where x=\"]\" [search b] | stats count ] x");
    assertThat(texts(reader.fieldList())).containsExactly("a");
    List<String> names = reader.subsearch().calls().stream().map(CommandCall::name).toList();
    assertThat(names).containsExactly("tstats", "stats");
    CommandCall first = reader("x [inputlookup t.csv]").subsearch().calls().get(0);
    assertThat(first.name()).isEqualTo("inputlookup");
    assertThat(reader.rest()).isEqualTo("x");
  }

  @Test
  void readsTruthValues() {
    ArgumentReader reader = reader("x t TRUE 1 f False 0");
    List<Boolean> read = reader.fieldList().stream().map(word -> reader("x").bool(word)).toList();
    assertThat(read).isEqualTo(Arrays.asList(true, true, true, false, false, false));
  }

  @Test
  void saysWhereItIs() {
    ArgumentReader reader = reader("x  abc(\"d e\"");
    assertThat(reader.here().text()).isEqualTo("abc");
    assertThat(reader.word("a word").span().start()).isEqualTo(5);
    assertThat(reader.tryWord()).isNull();
    reader.expectPunctuation('(');
    assertThat(reader.here().text()).isEqualTo("\"d e\"");
    assertThat(reader.restSpan().text()).isEqualTo("\"d e\"");
    assertThat(reader.here().text()).isEmpty();
  }

  @Test
  void anEndlessListIsAnErrorAndNoLackOfMemory() {
    assertThatThrownBy(() -> reader("table " + "a,".repeat(1_000_001)).fieldList())
        .isInstanceOf(SplException.class)
        .hasMessageContaining("the command has more than 1000000 words");
  }
}
