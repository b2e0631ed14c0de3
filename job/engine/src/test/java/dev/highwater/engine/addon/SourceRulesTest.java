package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S-650: what is extracted when a field is asked for. */
class SourceRulesTest {

  private static final SourceRules RULES =
      AddOns.props(
              """
              [st]
              KV_MODE = none
              EXTRACT-all = (?<a>.)(?<b>.)(?<c>.)(?<d>.)
              FIELDALIAS-x = a AS x b ASNEW c
              EVAL-y = x . d . host . nowhere
              EVAL-b = c
              """)
          .rulesOf(AddOns.ORIGIN);

  @ParameterizedTest
  @CsvSource({"a, a", "x, a", "c, b c", "y, a d", "b, b c", "other, ''", "host, ''", "_raw, ''"})
  void aFieldComesFromThoseThatRulesMakeItOf(String field, String extracted) {
    Set<String> names = RULES.extractedFor(field);

    assertThat(names)
        .containsExactlyElementsOf(
            Arrays.stream(extracted.split(" ")).filter(name -> !name.isEmpty()).toList());
  }
}
