package dev.highwater.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** On bytes a pattern finds what it finds on the decoded text (S-182). */
class BytePatternPropertyTest {

  /** What stands before the text must not matter. */
  private static final String BEFORE = "é<a";

  @Property
  void findsWhatTheRegularExpressionFinds(
      @ForAll("patterns") String regex, @ForAll("texts") String text) {
    BytePattern pattern = BytePattern.compile(regex);
    if (pattern == null) {
      return; // not of the form that bytes can be searched with
    }
    byte[] bytes = (BEFORE + text).getBytes(StandardCharsets.UTF_8);
    int[] match = pattern.newMatch();
    int from = BEFORE.getBytes(StandardCharsets.UTF_8).length;
    boolean isFound = pattern.find(bytes, from, bytes.length, match);
    PcreMatcher expected = PcrePattern.compileForExtraction(regex).matcher(text);

    assertThat(isFound).isEqualTo(expected.find());
    if (isFound) {
      assertThat(offsets(match)).isEqualTo(offsets(expected, text, from));
    }
  }

  @Property(tries = 200)
  void readsMostPatternsOfItsForm(@ForAll("plainPatterns") String regex) {
    assertThat(BytePattern.compile(regex)).isNotNull();
  }

  private static List<Integer> offsets(int[] match) {
    List<Integer> offsets = new ArrayList<>();
    for (int offset : match) {
      offsets.add(offset);
    }
    return offsets;
  }

  private static List<Integer> offsets(PcreMatcher matcher, String text, int from) {
    List<Integer> offsets = new ArrayList<>();
    for (int group = 0; group <= matcher.groupCount(); group++) {
      offsets.add(from + byteLength(text, matcher.start(group)));
      offsets.add(from + byteLength(text, matcher.end(group)));
    }
    return offsets;
  }

  private static int byteLength(String text, int end) {
    return text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
  }

  @Provide
  Arbitrary<String> patterns() {
    Arbitrary<String> atoms =
        Arbitraries.of(
            "a",
            "b1",
            "<",
            "=\"",
            "\\n",
            "[^<]",
            "[a-c]",
            "[^a-c\"]",
            "[^\\r\\n]",
            "[\\n\\t]",
            "[\\n]",
            "\\d",
            "\\w",
            "\\S",
            ".");
    Arbitrary<String> quantifiers = Arbitraries.of("", "", "", "*", "+", "?", "*?", "+?", "??");
    return rows(Combinators.combine(atoms, quantifiers).as((atom, times) -> atom + times));
  }

  @Provide
  Arbitrary<String> plainPatterns() {
    return rows(
        Arbitraries.of(
            "a",
            "<",
            "é",
            "\\r",
            "[^<]*",
            "[^\\r\\n]*",
            "[^\"]+",
            "\\d+",
            "\\w*",
            ".*?",
            "[0-9]",
            " ?",
            "[=]"));
  }

  private static Arbitrary<String> rows(Arbitrary<String> steps) {
    Arbitrary<String> groups =
        steps.list().ofMinSize(1).ofMaxSize(2).map(BytePatternPropertyTest::group);
    return Arbitraries.frequencyOf(Tuple.of(3, steps), Tuple.of(1, groups))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  private static String group(List<String> steps) {
    return "(" + String.join("", steps) + ")";
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab1<=\"é\n\r\t ").ofMaxLength(14);
  }
}
