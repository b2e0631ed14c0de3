package dev.highwater.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Wildcards, LIKE and literals against what regular expressions and loops say. */
class TextMatchingPropertyTest {

  /** S-020. */
  @Property
  void wildcardsMatchAsTheRegularExpressionThatTheyStandFor(
      @ForAll("wildcards") String pattern, @ForAll("texts") String text) {
    String regex =
        pattern
            .chars()
            .mapToObj(TextMatchingPropertyTest::ofWildcard)
            .collect(Collectors.joining());
    assertThat(WildcardPattern.exact(pattern).matches(text))
        .isEqualTo(Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches());
    assertThat(WildcardPattern.ignoringCase(pattern).matches(text))
        .isEqualTo(
            Pattern.compile(regex, Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .matches());
  }

  /** S-331. */
  @Property
  void whatWildcardsCaptureMakesTheTextAgain(
      @ForAll("wildcards") String pattern, @ForAll("texts") String text) {
    WildcardPattern wildcards = WildcardPattern.exact(pattern);
    if (pattern.indexOf('*') < 0 || !wildcards.matches(text)) {
      return;
    }
    StringBuilder made = new StringBuilder();
    int next = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      made.append(c == '*' ? wildcards.captures(text).get(next++) : String.valueOf(c));
    }
    assertThat(made).hasToString(text);
  }

  /** S-121. */
  @Property
  void likeMatchesAsTheRegularExpressionThatItStandsFor(
      @ForAll("likes") String pattern, @ForAll("texts") String text) {
    String regex =
        pattern.chars().mapToObj(TextMatchingPropertyTest::ofLike).collect(Collectors.joining());
    assertThat(LikePattern.matches(pattern, text))
        .isEqualTo(Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches());
  }

  /** S-900: ASCII letters fold among themselves, and nothing else becomes ASCII. */
  @Property
  void aSetOfLiteralsFindsEachThatTheTextHolds(
      @ForAll("literals") List<String> literals, @ForAll("texts") String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    BitSet hits = new BitSet();
    new LiteralSet(literals).scan(bytes, 0, bytes.length, hits);
    for (int i = 0; i < literals.size(); i++) {
      boolean isHeld = CaseFolding.fold(text).contains(CaseFolding.fold(literals.get(i)));
      assertThat(hits.get(i)).as("%s in %s", literals.get(i), text).isEqualTo(isHeld);
    }
  }

  private static String ofWildcard(int c) {
    return c == '*' ? ".*" : Pattern.quote(Character.toString(c));
  }

  private static String ofLike(int c) {
    return c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c));
  }

  @Provide
  Arbitrary<String> wildcards() {
    return Arbitraries.strings().withChars("aAb\\***").ofMaxLength(7);
  }

  @Provide
  Arbitrary<String> likes() {
    return Arbitraries.strings().withChars("ab\\%%_").ofMaxLength(7);
  }

  @Provide
  Arbitrary<List<String>> literals() {
    return Arbitraries.strings()
        .withChars("aAbk\\")
        .ofMinLength(1)
        .ofMaxLength(4)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aAabbk\\\n\u212a").ofMaxLength(12);
  }
}
