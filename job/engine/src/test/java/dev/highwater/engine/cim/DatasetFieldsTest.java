package dev.highwater.engine.cim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.ExpressionCompiler;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionParser;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSources;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatasetFieldsTest {

  private static final Row EVENT =
      new Row()
          .set("dest", FieldValue.of("host-1"))
          .set("user", FieldValue.of(""))
          .set("other", FieldValue.of("x"))
          .set("index", FieldValue.of("main"))
          .set("sourcetype", FieldValue.of("st"));

  /** S-500: in order, each seeing what those before it set, its own field included. */
  @Test
  void calculationsRunInTheirOrder() {
    Dataset dataset =
        dataset(
            calculation("dest", "dest . \"1\""),
            calculation("user", "dest"),
            calculation("dest", "dest . \"2\""));
    assertThat(value(dataset, "Files.dest")).isEqualTo("host-112");
    assertThat(value(dataset, "Files.user")).isEqualTo("host-11");
  }

  /** S-510. */
  @Test
  void whatIsMissingOrEmptyIsUnknown() {
    Dataset dataset =
        dataset(
            calculation("dest", "if(isnull(dest) OR dest=\"\",\"unknown\",dest)"),
            calculation("user", "if(isnull(user) OR user=\"\",\"unknown\",user)"),
            calculation("action", "if(isnull(action) OR action=\"\",\"unknown\",action)"));
    assertThat(value(dataset, "Files.dest")).isEqualTo("host-1");
    assertThat(value(dataset, "Files.user")).isEqualTo("unknown");
    assertThat(value(dataset, "Files.action")).isEqualTo("unknown");
  }

  /** S-502, S-251. */
  @Test
  void onlyFieldsOfTheDatasetExist() {
    Dataset dataset = dataset();
    assertThat(value(dataset, "Files.dest")).isEqualTo("host-1");
    assertThat(value(dataset, "Files.other")).isEqualTo("NULL");
    assertThat(value(dataset, "dest")).isEqualTo("NULL");
    assertThat(value(dataset, "Other.dest")).isEqualTo("NULL");
    assertThat(value(dataset, "sourcetype")).isEqualTo("st");
    assertThat(value(dataset, "index")).isEqualTo("main");
  }

  /** S-251: what a search can read is never called impossible. */
  @Test
  void literalsAreTracedToTheFieldsOfTheEvent() {
    Dataset dataset = dataset(calculation("user", "coalesce(user, dest)"));
    assertThat(traced(dataset, "Files.user")).contains(Set.of("dest:abc", "user:abc"));
    assertThat(traced(dataset, "Files.dest")).contains(Set.of("dest:abc"));
    assertThat(traced(dataset, "index")).contains(Set.of("index:abc"));
    assertThat(traced(dataset, "source")).contains(Set.of("source:abc"));
    assertThat(traced(dataset, "Files.other")).contains(Set.of());
    assertThat(traced(dataset, "dest")).contains(Set.of());
  }

  private static Optional<Set<String>> traced(Dataset dataset, String name) {
    return dataset.literalsInRaw(
        name, "abc", (field, text) -> Optional.of(Set.of(field + ":" + text)));
  }

  private static String value(Dataset dataset, String name) {
    RunContext run = new RunContext(0, 0, 0, ZoneOffset.UTC);
    FieldValue value = new DatasetFields(dataset, EVENT, run).get(name);
    return value == null ? "NULL" : value.text();
  }

  private static Dataset dataset(Dataset.Calculation... calculations) {
    SearchExpression all = new SearchExpression.Everything(span(""));
    return new Dataset(
        "Endpoint", "Files", "Files", all, Set.of("dest", "user", "action"), List.of(calculations));
  }

  private static Dataset.Calculation calculation(String field, String text) {
    Expression expression = ExpressionParser.parse(span(text));
    return new Dataset.Calculation(
        field, expression, ExpressionCompiler.outsideOfSearches().compile(expression));
  }

  private static SourceSpan span(String text) {
    return new SourceSpan(SplSources.of("test", text), 0, text.length());
  }
}
