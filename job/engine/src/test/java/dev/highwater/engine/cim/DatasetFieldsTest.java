package dev.highwater.engine.cim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.Row;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DatasetFieldsTest {

  private static final Row EVENT =
      TestModels.event("dest", "host-1", "user", "", "other", "x", "index", "main")
          .set("sourcetype", dev.highwater.engine.event.FieldValue.of("st"));

  /** S-500: in order, each seeing what those before it set, its own field included. */
  @Test
  void calculationsRunInTheirOrder() {
    Dataset dataset = dataset(eval("dest", "dest.1"), eval("user", "dest"), eval("dest", "dest.2"));
    assertThat(value(dataset, "Files.dest")).isEqualTo("host-112");
    assertThat(value(dataset, "Files.user")).isEqualTo("host-11");
  }

  /** S-510. */
  @Test
  void whatIsMissingOrEmptyIsUnknown() {
    Dataset dataset =
        dataset(
            eval(
                "dest",
                "if(isnull(dest) OR dest='',\\\"unknown\\\",dest)".replace("''", "\\\"\\\"")),
            eval(
                "user",
                "if(isnull(user) OR user='',\\\"unknown\\\",user)".replace("''", "\\\"\\\"")),
            eval("action", "if(isnull(action),\\\"unknown\\\",action)"));
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

  /** S-505: a command that reads all fields passes on the text, too. */
  @Test
  void theTextIsOneOfTheFields() {
    assertThat(new DatasetFields(dataset(), TestModels.membership(EVENT)).names())
        .contains("_raw", "_time")
        .doesNotContain("other");
  }

  /** S-251: what a search can read is never called impossible. */
  @Test
  void literalsAreTracedToTheFieldsOfTheEvent() {
    Dataset dataset = dataset(eval("user", "coalesce(user, dest)"));
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
    return TestModels.value(dataset, EVENT, name);
  }

  private static Dataset dataset(String... calculations) {
    String text =
        """
        {"modelName": "Endpoint", "objects": [{
          "objectName": "Files", "parentName": "BaseEvent", "constraints": [{"search": "*"}],
          "fields": [{"fieldName": "dest"}, {"fieldName": "user"}, {"fieldName": "action"}],
          "calculations": [%s]}]}
        """
            .formatted(Arrays.stream(calculations).collect(Collectors.joining(", ")));
    return TestModels.dataset(TestModels.of("Endpoint", text), "Endpoint", "Files");
  }

  private static String eval(String field, String expression) {
    return "{\"calculationType\": \"Eval\", \"outputFields\": [{\"fieldName\": \"%s\"}], \"expression\": \"%s\"}"
        .formatted(field, expression);
  }
}
