package dev.highwater.engine.cim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.spl.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Model files in Splunk's form: S-500, S-1061..S-1067. */
class DatasetReaderTest {

  /** S-1064: the first match in each value; without one the field stays as it is. */
  @Test
  void namedGroupsGiveFields() {
    Dataset dataset =
        root(
            """
            "calculations": [{"calculationType": "Rex", "inputField": "mail",
              "outputFields": [{"fieldName": "user"}, {"fieldName": "domain"}],
              "expression": "(?<user>[^@]+)@(?<domain>\\\\S+)"}]
            """);
    Row one = TestModels.event("mail", "ann@x.example ben@y.example", "user", "old");
    assertThat(TestModels.value(dataset, one, "R.user")).isEqualTo("ann");
    assertThat(TestModels.value(dataset, one, "R.domain")).isEqualTo("x.example");
    Row none = TestModels.event("mail", "nobody", "user", "old");
    assertThat(TestModels.value(dataset, none, "R.user")).isEqualTo("old");
    assertThat(TestModels.value(dataset, none, "R.domain")).isEqualTo("NULL");
    Row several =
        new Row().set("mail", MultiValue.of(List.of(text("a@b"), text("c"), text("d@e"))));
    assertThat(TestModels.value(dataset, several, "R.domain")).isEqualTo("b\ne");
    assertThat(traced(dataset, "R.domain")).contains(Set.of("mail", "domain"));
  }

  /** S-1065: what matches replaces the field, and so does nothing; without a key it stays. */
  @Test
  void columnsOfALookupGiveFields() {
    Dataset dataset =
        root(
            """
            "calculations": [{"calculationType": "Lookup", "lookupName": "t",
              "lookupInputs": [{"inputField": "code", "lookupField": "id"}],
              "outputFields": [{"fieldName": "name", "lookupOutputFieldName": "text"}]}]
            """);
    assertThat(TestModels.value(dataset, TestModels.event("code", "1", "name", "old"), "R.name"))
        .isEqualTo("one");
    assertThat(TestModels.value(dataset, TestModels.event("code", "9", "name", "old"), "R.name"))
        .isEqualTo("NULL");
    assertThat(TestModels.value(dataset, TestModels.event("name", "old"), "R.name"))
        .isEqualTo("old");
    assertThat(dataset.lookups()).containsExactly("t");
    assertThat(traced(dataset, "R.name")).isEmpty();
  }

  /** S-1065: the older form names one field beside the lookup. S-991: no lookup, no rows. */
  @Test
  void aLookupThatDoesNotExistIsEmpty() {
    Dataset dataset =
        root(
            """
            "calculations": [{"calculationType": "Lookup", "lookupName": "nothing",
              "inputField": "code", "lookupField": "id",
              "outputFields": [{"fieldName": "name", "lookupOutputFieldName": "text"}]}]
            """);
    assertThat(TestModels.value(dataset, TestModels.event("code", "1", "name", "old"), "R.name"))
        .isEqualTo("NULL");
  }

  /** S-1061: constraints see what the parents calculate, and not what the child does. */
  @Test
  void aChildNarrowsWhatItsParentGives() {
    DataModels models =
        TestModels.of(
            "M",
            """
            {"modelName": "M", "objects": [
              {"objectName": "R", "parentName": "BaseEvent", "constraints": [{"search": "tag=a"}],
               "calculations": [%s]},
              {"objectName": "C", "parentName": "R",
               "constraints": [{"search": "action IN (got) NOT kind=x"}],
               "calculations": [%s, %s]},
              {"objectName": "D", "parentName": "C",
               "constraints": [{"search": "action=gotten kind=calculated"}]}]}
            """
                .formatted(
                    eval("action", "coalesce(action,\\\"got\\\")"),
                    eval("action", "action.\\\"ten\\\""),
                    eval("kind", "\\\"calculated\\\"")));
    Dataset child = TestModels.dataset(models, "M", "C");
    Dataset grandchild = TestModels.dataset(models, "M", "D");
    Row plain = TestModels.event("tag", "a");
    assertThat(TestModels.isMember(child, plain)).isTrue();
    assertThat(TestModels.isMember(grandchild, plain)).isTrue();
    assertThat(TestModels.isMember(child, TestModels.event("tag", "b"))).isFalse();
    assertThat(TestModels.isMember(child, TestModels.event("tag", "a", "kind", "x"))).isFalse();
    assertThat(TestModels.isMember(child, TestModels.event("tag", "a", "action", "x"))).isFalse();
    assertThat(TestModels.value(grandchild, plain, "R.action")).isEqualTo("gotten");
    assertThat(TestModels.value(grandchild, plain, "R.C.kind")).isEqualTo("calculated");
  }

  /** S-1062. */
  @Test
  void whatAChildAddsIsThereForItsMembersOnly() {
    DataModels models =
        TestModels.of(
            "M",
            """
            {"modelName": "M", "objects": [
              {"objectName": "R", "parentName": "BaseEvent", "constraints": [{"search": "*"}],
               "fields": [{"fieldName": "a"}]},
              {"objectName": "C", "parentName": "R", "constraints": [{"search": "kind=c"}],
               "fields": [{"fieldName": "b"}]}]}
            """);
    Dataset root = TestModels.dataset(models, "M", "R");
    assertThat(root.schema().fields()).contains("R.a", "R.C.b").doesNotContain("R.b");
    assertThat(root.listed()).contains("R.a").doesNotContain("R.C.b");
    Row member = TestModels.event("kind", "c", "b", "1");
    Row other = TestModels.event("kind", "d", "b", "1");
    assertThat(TestModels.value(root, member, "R.C.b")).isEqualTo("1");
    assertThat(TestModels.value(root, other, "R.C.b")).isEqualTo("NULL");
    assertThat(TestModels.value(TestModels.dataset(models, "M", "C"), member, "R.C.b"))
        .isEqualTo("1");
    assertThat(traced(root, "R.C.b")).contains(Set.of("b"));
  }

  /** S-1067. */
  @Test
  void membersHaveTheRequiredFields() {
    Dataset dataset = root("\"fields\": [{\"fieldName\": \"a b\", \"required\": true}]");
    assertThat(TestModels.isMember(dataset, TestModels.event("a b", "x"))).isTrue();
    assertThat(TestModels.isMember(dataset, TestModels.event("a", "x"))).isFalse();
  }

  @Test
  void aDatasetThatSaysNothingOfItsEventsIsKnownByName() {
    DataModels models =
        TestModels.of(
            "M",
            """
            {"modelName": "M", "objects": [
              {"objectName": "T", "parentName": "BaseTransaction", "fields": [{"fieldName": "a"}]},
              {"objectName": "C", "parentName": "T", "constraints": [{"search": "x"}]}]}
            """);
    assertThat(models.dataset("M", "T")).isNull();
    assertThat(models.dataset("M", "C")).isNull();
    assertThat(models.names()).containsExactly("M.C", "M.T");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "'constraints': [{'search': 'a=1 | eval b=2'}]"
            + "~ a constraint that is more than a search is not supported",
        "'baseSearch': 'a=1 | mvexpand b' ~ a base search with the command mvexpand is not"
            + " supported",
        "'baseSearch': '| rest /services' ~ a base search with the command rest is not supported",
        "'calculations': [{'calculationType': 'GeoIP', 'inputField': 'ip'}]"
            + "~ a calculation of type GeoIP is not supported",
        "'calculations': [{'calculationType': 'Eval', 'expression': 'lowr(a)',"
            + " 'outputFields': [{'fieldName': 'a'}]}]"
            + "~ datamodels/M.json (R.a):1:1: unknown function 'lowr'. Did you mean 'lower'?",
        "'calculations': [{'calculationType': 'Rex', 'inputField': 'a', 'expression': '(?<b>.)',"
            + " 'outputFields': [{'fieldName': 'a'}]}]"
            + "~ datamodels/M.json (R.a):1:1: the regular expression has no group 'a'",
        "'calculations': [{'calculationType': 'Rex', 'inputField': 'a', 'expression': '(',"
            + " 'outputFields': [{'fieldName': 'a'}]}] ~ bad regular expression"
      })
  void saysWhatCannotBeUsed(String members, String message) {
    DataModels models = model(members.replace('\'', '"'));

    assertThat(models.problemsOf(Set.of("M")))
        .extracting(Diagnostic::render)
        .singleElement()
        .asString()
        .contains(message.strip());
    assertThat(models.dataset("M", "R")).isNull();
  }

  @Test
  void saysWhatIsNoModel() {
    assertThatThrownBy(() -> TestModels.of("M", "{\"objects\": []}").names())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("datamodels/M.json: missing \"modelName\"");
    assertThatThrownBy(() -> TestModels.of("M", "{\"modelName\": \"M\"}").names())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("datamodels/M.json: no datasets in \"objects\"");
  }

  /** A dataset R of everything, with more members of its object. */
  private static Dataset root(String members) {
    return TestModels.dataset(model(members), "M", "R");
  }

  private static DataModels model(String members) {
    String where = members.contains("baseSearch") ? "" : "\"constraints\": [{\"search\": \"*\"}],";
    return TestModels.of(
        "M",
        "{\"modelName\": \"M\", \"objects\": [{\"objectName\": \"R\","
            + " \"parentName\": \"BaseEvent\", "
            + (members.contains("constraints") ? "" : where)
            + members
            + "}]}",
        new OneTable());
  }

  private static String eval(String field, String expression) {
    return """
    {"calculationType": "Eval", "outputFields": [{"fieldName": "%s"}], "expression": "%s"}
    """
        .formatted(field, expression);
  }

  private static FieldValue text(String text) {
    return FieldValue.of(text);
  }

  private static Optional<Set<String>> traced(Dataset dataset, String name) {
    return dataset.literalsInRaw(name, "abc", (field, text) -> Optional.of(Set.of(field)));
  }

  /** The lookup t: id 1 is one. */
  private static final class OneTable implements FixedLookups {

    @Override
    public @Nullable LookupDefinition definition(String name) {
      return name.equals("t")
          ? new LookupDefinition(name, List.of(), Map.of(), true, 100, 0, null, true)
          : null;
    }

    @Override
    public LookupTable contents(LookupDefinition definition) {
      return new LookupTable(
          List.of("id", "text"), List.of(new Row().set("id", text("1")).set("text", text("one"))));
    }
  }
}
