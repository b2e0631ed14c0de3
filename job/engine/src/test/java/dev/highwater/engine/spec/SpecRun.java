package dev.highwater.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.ExpressionCompiler;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.compile.StageCompilation;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.ExpressionParser;
import dev.highwater.engine.spl.SearchExpressionParser;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs one case of a spec file. */
final class SpecRun {

  private static final SearchCompiler COMPILER = new SearchCompiler(new SpecCatalog());
  private static final ExpressionCompiler EXPRESSIONS = ExpressionCompiler.outsideOfSearches();

  private final SpecCase spec;

  SpecRun(SpecCase spec) {
    this.spec = spec;
  }

  void check() {
    if (spec.isListOfExpressions()) {
      List<String> actual = new ArrayList<>();
      for (String line : spec.outcome()) {
        actual.add(outcome(line));
      }
      assertThat(actual).isEqualTo(spec.outcome());
    } else {
      checkPipeline();
    }
  }

  private void checkPipeline() {
    PipelineRun run = new PipelineRun(spec.given(), ZoneId.of("UTC"));
    StageCompilation compiled = compiled(run);
    List<String> messages = spec.outcome().stream().filter(line -> line.startsWith("!! ")).toList();
    assertThat(SpecText.messages(compiled.diagnostics())).isEqualTo(messages);
    List<String> table = spec.outcome().subList(messages.size(), spec.outcome().size());
    if (!compiled.diagnostics().stream().allMatch(Diagnostic::isWarning)) {
      assertThat(table).as("rows of what cannot run").isEmpty();
      return;
    }
    StagesBeforeRun.check(compiled.stages(), input());
    List<Row> rows = run.rows(compiled.stages(), input());
    checkFields(compiled.stages(), rows);
    List<Row> expected = table.equals(List.of("(no rows)")) ? List.of() : SpecTable.rows(table);
    assertThat(rows.stream().map(SpecText::row))
        .containsExactlyElementsOf(expected.stream().map(SpecText::row).toList());
    if (table.get(0).contains(":number")) {
      assertThat(rows).isEqualTo(expected);
    }
    checkEffects(run);
  }

  /** No row has a field that the stages say it cannot have. */
  private void checkFields(List<Stage> stages, List<Row> rows) {
    FieldSet given =
        spec.input().isEmpty()
            ? FieldSet.NONE
            : FieldSet.of(
                input().stream().flatMap(row -> row.names().stream()).collect(Collectors.toSet()));
    FieldSet possible = new LogicalPlan(stages).fieldsAfter(given);
    for (Row row : rows) {
      assertThat(row.names()).allMatch(possible::has, "is in " + possible);
    }
  }

  /** A command with a pipe before it is a whole search; any other stands behind one. */
  private StageCompilation compiled(PipelineRun run) {
    SearchCompiler compiler =
        spec.given().isEmpty()
            ? COMPILER
            : new SearchCompiler(
                new SpecCatalog(run.definitions(), run.dataModels(), run.places()));
    return spec.command().startsWith("|")
        ? compiler.searchStages(SplSources.of(spec.file(), spec.command()))
        : compiler.stages(SpecText.behindPipe(spec.file(), spec.command()));
  }

  private void checkEffects(PipelineRun run) {
    Map<String, List<String>> written = new HashMap<>();
    run.written()
        .forEach(
            (name, table) -> written.put(name, table.rows().stream().map(SpecText::row).toList()));
    Map<String, List<String>> expected = new HashMap<>();
    List<String> notes = new ArrayList<>();
    for (SpecSection effect : spec.effects()) {
      if (effect.kind().equals("written")) {
        expected.put(effect.name(), effect.rows().stream().map(SpecText::row).toList());
      } else {
        notes.addAll(effect.lines());
      }
    }
    assertThat(written).isEqualTo(expected);
    assertThat(run.notes()).isEqualTo(notes);
  }

  private List<Row> input() {
    return SpecTable.rows(spec.input());
  }

  /** The line as it had to be written for the case to pass. */
  private String outcome(String line) {
    boolean isError = line.contains(" !! ");
    int split = line.indexOf(isError ? " !! " : " => ");
    if (split < 0) {
      throw new IllegalArgumentException("'" + line + "' has neither => nor !!");
    }
    String padded = line.substring(0, split);
    String text = padded.stripTrailing();
    try {
      String result = spec.command().equals("eval") ? evaluated(text) : kept(text);
      return (padded + " => " + result).stripTrailing();
    } catch (SplException e) {
      return padded + " " + SpecText.message(e.diagnostic());
    }
  }

  private String evaluated(String text) {
    Evaluator evaluator = EXPRESSIONS.compile(ExpressionParser.parse(span(text)));
    FieldValue value = evaluator.evaluate(input().get(0), PipelineRun.AT_NOON);
    return SpecText.value(value);
  }

  /** The first fields of the rows that pass. */
  private String kept(String text) {
    RowPredicate predicate =
        SearchExpressionCompiler.compile(SearchExpressionParser.parse(span(text)));
    String kept =
        input().stream()
            .filter(predicate::matches)
            .map(row -> String.valueOf(row.get(row.names().iterator().next())))
            .collect(Collectors.joining(" "));
    return kept.isEmpty() ? "none" : kept;
  }

  private SourceSpan span(String text) {
    SplSource source = SplSources.of(spec.file(), text);
    return new SourceSpan(source, 0, text.length());
  }
}
