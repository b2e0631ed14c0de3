package dev.highwater.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** job/docs/semantics.md and the tests speak of the same rules. */
class SemanticsCoverageTest {

  /** The test runs in the folder of its module. */
  private static final Path CHECKOUT = Path.of("..", "..");

  private static final Path DOCUMENT = Path.of("job", "docs", "semantics.md");

  private static final List<String> MODULES =
      List.of("job/engine", "job/flink", "job/app", "connectors");

  private static final Pattern RULE = Pattern.compile("\\bS-\\d{3,4}\\b");

  private static final Pattern ENTRY = Pattern.compile("(?m)^- \\*\\*(S-\\d{3,4})\\*\\* ");

  @Test
  void everyRuleIsCitedByATestAndEveryCitedRuleIsWrittenDown() throws IOException {
    Set<String> written = new TreeSet<>();
    ENTRY
        .matcher(Files.readString(CHECKOUT.resolve(DOCUMENT)))
        .results()
        .forEach(entry -> assertThat(written.add(entry.group(1))).as(entry.group(1)).isTrue());
    Set<String> cited = cited();
    assertThat(without(written, cited)).as("rules that no test cites").isEmpty();
    assertThat(without(cited, written)).as("cited rules that %s lacks", DOCUMENT).isEmpty();
  }

  private static Set<String> without(Set<String> rules, Set<String> others) {
    Set<String> rest = new TreeSet<>(rules);
    rest.removeAll(others);
    return rest;
  }

  private static Set<String> cited() throws IOException {
    Set<String> cited = new TreeSet<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(CHECKOUT.resolve(module).resolve("src/test"))) {
        for (Path file : files.filter(SemanticsCoverageTest::citesRules).toList()) {
          RULE.matcher(Files.readString(file)).results().forEach(rule -> cited.add(rule.group()));
        }
      }
    }
    return cited;
  }

  private static boolean citesRules(Path file) {
    return file.toString().endsWith(".java") || file.toString().endsWith(".spec");
  }
}
