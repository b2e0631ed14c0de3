package dev.highwater.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What matches holds the literals. */
class RequiredLiteralsPropertyTest {

  @Property(tries = 5_000)
  void whatMatchesHoldsThem(@ForAll("patterns") String regex, @ForAll("texts") String text) {
    PcrePattern pattern;
    try {
      pattern = PcrePattern.compileForExtraction(regex);
    } catch (IllegalArgumentException e) {
      return;
    }
    if (pattern.find(text, limit -> {})) {
      assertThat(areIn(regex, text)).as(regex + " in " + text).isTrue();
    }
  }

  @Example
  void aTextWithoutThemIsKnown() {
    assertThat(areIn("Subject ?:\\s+Security ID:[ \\t]*(?<id>\\S+)", "<Event>Subject</Event>"))
        .isFalse();
    assertThat(areIn("[\\n](?:a|b):x+y", "a:xy")).isTrue();
    assertThat(areIn("[\\n](?:a|b):x+y", "a:xz")).isFalse();
    assertThat(areIn("(?i)abc", "ABC")).isTrue();
    assertThat(areIn("abc|x", "x")).isTrue();
    assertThat(areIn("ab?c{0,2}d", "ad")).isTrue();
  }

  private static boolean areIn(String regex, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return RequiredLiterals.of(regex).areIn(bytes, 0, bytes.length);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
            "a",
            "b",
            "ab",
            "é",
            "\\.",
            "\\d",
            "\\n",
            "[ab]",
            "[^]a]",
            "(a|b)",
            "(?:ab)",
            "(a)?",
            "(?i)",
            "*",
            "+",
            "?",
            "{2}",
            "{0,1}",
            "|",
            "^",
            "$",
            ".",
            "\\x61",
            "\\Qa.\\E",
            "(?=a)",
            "(?<n>b)",
            "\\b",
            ")",
            "(")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("abAB.1é\n").ofMaxLength(8);
  }
}
