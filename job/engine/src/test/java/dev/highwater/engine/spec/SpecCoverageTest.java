package dev.highwater.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.aggregation.Aggregations;
import dev.highwater.engine.command.Commands;
import dev.highwater.engine.function.Functions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the language has is shown by a case, and every case cites the rules that it shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the specs are read once
class SpecCoverageTest {

  private final StringBuilder texts = new StringBuilder();

  @BeforeAll
  void read() throws IOException {
    for (Path file : SpecFile.all()) {
      for (SpecCase spec : SpecFile.cases(file)) {
        assertThat(spec.rules()).as("%s:%d cites a rule", spec.file(), spec.line()).isNotEmpty();
        texts.append("| ").append(spec.command()).append('\n');
        if (spec.isListOfExpressions()) {
          spec.outcome().forEach(line -> texts.append(line).append('\n'));
        }
      }
    }
  }

  @Test
  void everyCommandHasACase() {
    assertThat(without(Commands.byName().keySet(), "[|\\[]\\s*%s\\b")).isEmpty();
  }

  @Test
  void everyFunctionHasACase() {
    assertThat(without(Functions.byName().keySet(), "\\b%s\\s*\\(")).isEmpty();
  }

  @Test
  void everyAggregationHasACase() {
    assertThat(without(Aggregations.byName().keySet(), "\\b%s\\b")).isEmpty();
  }

  /** The names that no text has. */
  private List<String> without(Collection<String> names, String pattern) {
    return names.stream()
        .filter(
            name ->
                !Pattern.compile(String.format(Locale.ROOT, pattern, Pattern.quote(name)))
                    .matcher(texts)
                    .find())
        .sorted()
        .toList();
  }
}
