package dev.highwater.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.CompiledSearch;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.spl.SplSources;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules S-050, S-051. */
class SubsearchTest {

  private static final List<Row> EVENTS =
      List.of(
          row("n", "1", "user", "bob", "host", "a"),
          row("n", "2", "user", "eve", "host", "b"),
          row("n", "3", "user", "eve", "host", "a"));

  @Test
  void aSubsearchStandsForItsRowsAsAlternatives() {
    assertThat(numbers("a=1 [ search b=1 ]", row("user", "eve", "host", "a"), row("n", "1")))
        .containsExactly("1", "3");
  }

  @Test
  void internalFieldsAreNoConditions() {
    assertThat(numbers("a=1 [ search b=1 ]", row("_time", "5", "user", "bob")))
        .containsExactly("1");
  }

  @Test
  void theValuesOfAMultivalueAreAlternatives() {
    Row both = new Row().set("n", MultiValue.of(List.of(FieldValue.of("1"), FieldValue.of("2"))));
    assertThat(numbers("a=1 [ search b=1 ]", both)).containsExactly("1", "2");
  }

  @Test
  void withoutRowsNothingPasses() {
    assertThat(numbers("a=1 [ search b=1 ]")).isEmpty();
    assertThat(numbers("a=1 NOT [ search b=1 ]")).containsExactly("1", "2", "3");
  }

  @Test
  void aFieldNamedSearchIsTheTextOfACondition() {
    assertThat(numbers("a=1 [ search b=1 ]", row("search", "user=eve host=b")))
        .containsExactly("2");
  }

  @Test
  void aSubsearchBehindAPipeFiltersRows() {
    assertThat(numbers("a=1 | search [ search b=1 ]", row("host", "b"))).containsExactly("2");
  }

  /** Records name their scan by its number, on whatever machine the search was compiled. */
  @Test
  void scansAreNumberedInTheOrderOfTheText() {
    String subsearches = " OR [ search s=%d ]".repeat(8).formatted(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(compiled("s=0" + subsearches).plan().scans())
        .extracting(plan -> plan.id() + " " + plan.scan().filter().span().text())
        .startsWith("0 s=0" + subsearches)
        .endsWith("1 s=1", "2 s=2", "3 s=3", "4 s=4", "5 s=5", "6 s=6", "7 s=7", "8 s=8");
  }

  private static CompiledSearch compiled(String search) {
    Knowledge knowledge = Knowledge.builtIn(ContentPack.builtIn(), ZoneOffset.UTC);
    return new SearchCompiler(knowledge)
        .compile(SplSources.of("<test>", search))
        .search()
        .orElseThrow();
  }

  private static List<@Nullable String> numbers(String search, Row... inner) {
    LogicalPlan main = compiled(search).plan().main();
    SearchRun run =
        new SearchRun(
            0,
            0,
            1,
            ZoneOffset.UTC,
            (scan, context) -> new SearchRun.Stored(rows(scan, main, inner), 1),
            name -> null);
    List<@Nullable String> numbers = new ArrayList<>();
    run.rowsOf(main).forEach(row -> numbers.add(String.valueOf(row.get("n"))));
    return numbers;
  }

  private static List<Row> rows(ScanStage scan, LogicalPlan main, Row... inner) {
    List<Row> rows = scan.equals(main.stages().get(0)) ? EVENTS : List.of(inner);
    return rows.stream().map(Row::copy).toList();
  }

  private static Row row(String... namesAndValues) {
    Row row = new Row();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.set(namesAndValues[i], FieldValue.of(namesAndValues[i + 1]));
    }
    return row;
  }
}
