package dev.highwater.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.ConformanceCorpus.SigmaRule;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Sigma rules that a converter made into searches. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the rules are read once
class SigmaSearchesTest {

  private final ConformanceCorpus corpus = new ConformanceCorpus();
  private List<SigmaRule> rules = List.of();

  @BeforeAll
  void read() throws IOException {
    rules = ConformanceCorpus.sigmaRules();
  }

  @Test
  void everyValidSearchIsCompiled() {
    List<SigmaRule> valid = rules.stream().filter(rule -> !rule.isMalformed()).toList();
    assertThat(valid).hasSize(147);
    assertThat(valid).allMatch(rule -> corpus.compiler().compile(rule.spl()).search().isPresent());
  }

  @Test
  void malformedSearchesAreRefusedAsWrong() {
    List<SigmaRule> malformed = rules.stream().filter(SigmaRule::isMalformed).toList();
    assertThat(malformed).hasSize(2);
    assertThat(malformed).allMatch(rule -> !corpus.mistakes(rule.spl()).isEmpty());
  }
}
