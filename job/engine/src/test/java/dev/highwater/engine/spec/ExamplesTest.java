package dev.highwater.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.compile.StageCompilation;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Diagnostic.Severity;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import dev.highwater.engine.time.RelativeTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Examples that others collected: all of them hold. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
class ExamplesTest {

  private static final double TOLERANCE = 1e-9;

  private final List<String> broken = new ArrayList<>();
  private final List<String> unsupported = new ArrayList<>();

  @Test
  void hold() throws IOException {
    Path file =
        Path.of(System.getProperty("highwater.shared"), "reference", "semantics_examples.jsonl");
    List<Example> examples = Example.readAll(file);
    examples.forEach(this::check);
    assertThat(examples).hasSize(253);
    assertThat(broken).isEmpty();
    assertThat(unsupported).isEmpty();
  }

  private void check(Example example) {
    if (example.kind().equals("time")) {
      checkTime(example);
      return;
    }
    PipelineRun run = new PipelineRun(ExampleTables.of(example.id()), ZoneId.of(example.zone()));
    StageCompilation compiled = compiled(example, run);
    List<Diagnostic> faults =
        compiled.diagnostics().stream().filter(each -> !each.isWarning()).toList();
    if (faults.stream().anyMatch(fault -> fault.severity() == Severity.UNSUPPORTED)) {
      unsupported.add(example.id());
    } else if (!faults.isEmpty()) {
      report(example, example.expected() == null, faults.get(0).render());
    } else {
      List<Row> rows =
          run.rows(compiled.stages(), example.input().stream().map(Example::row).toList());
      report(example, isExpected(example, rows), rows.toString());
    }
  }

  /**
   * An example without input that begins with a pipe makes its own rows; the input of one that
   * begins with {@code tstats} are the events that it reads.
   */
  private static StageCompilation compiled(Example example, PipelineRun run) {
    SearchCompiler compiler =
        new SearchCompiler(new SpecCatalog(run.definitions(), run.dataModels(), run.places()));
    SplSource text = SplSources.of(example.id(), ExampleTables.search(example.spl()));
    boolean isFed = !example.input().isEmpty() && !example.spl().startsWith("| tstats");
    return example.spl().startsWith("|") && !isFed
        ? compiler.searchStages(text)
        : compiler.stages(text);
  }

  private void checkTime(Example example) {
    Row now = Example.row(example.input().get(0));
    long epochMillis =
        RelativeTime.parse(example.spl()).apply(millis(now, "now"), ZoneId.of(example.zone()));
    Row result = new Row().set("epoch", FieldValue.of(epochMillis / 1000.0));
    report(example, isExpected(example, List.of(result)), result.toString());
  }

  private static long millis(Row row, String field) {
    FieldValue seconds = row.get(field);
    return seconds == null ? 0 : (long) (seconds.number() * 1000);
  }

  private void report(Example example, boolean holds, String actual) {
    if (!holds) {
      broken.add(
          example.id()
              + " "
              + example.spl()
              + "\n  gave "
              + actual
              + "\n  not "
              + example.expected());
    }
  }

  private static boolean isExpected(Example example, List<Row> rows) {
    List<Map<String, Object>> expected = example.expected();
    if (expected == null || expected.size() != rows.size()) {
      return false;
    }
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      boolean isEqual =
          expected.get(i).entrySet().stream()
              .allMatch(field -> isSame(row.get(field.getKey()), Example.value(field.getValue())));
      if (!isEqual) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(@Nullable FieldValue actual, @Nullable FieldValue expected) {
    if (actual == null || expected == null) {
      return actual == null && expected == null;
    }
    return (actual.isNumeric() && expected.isNumeric())
        ? Math.abs(actual.number() - expected.number()) <= TOLERANCE
        : actual.text().equals(expected.text());
  }
}
