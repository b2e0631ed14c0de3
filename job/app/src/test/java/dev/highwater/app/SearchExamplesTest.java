package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The collected examples of Splunk's behaviour as the searches of one file. Rule S-1120. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
class SearchExamplesTest {

  private static final double TOLERANCE = 1e-9;

  /** Those whose events, lookups and other searches are described in words only. */
  private static final Set<String> INCOMPLETE =
      Set.of("X-201", "X-202", "X-217", "X-218", "X-267", "X-268");

  @TempDir private Path directory;

  @Test
  void holdWhereTheyAreSupported() throws IOException {
    List<Json.Members> examples = examples();
    List<String> jobs = examples.stream().map(SearchExamplesTest::job).toList();
    Path file = Files.write(directory.resolve("jobs.ndjson"), jobs);

    EmbeddedRun run = EmbeddedRun.of("search", "--jobs=" + file, "--quiet");

    List<String> answers = run.out().lines().toList();
    assertThat(answers).hasSameSizeAs(examples);
    List<String> broken = new ArrayList<>();
    int held = 0;
    for (int i = 0; i < answers.size(); i++) {
      Json.Members answer = members(JsonReader.read(answers.get(i)));
      assertThat(text(answer, "id")).isEqualTo(text(examples.get(i), "id"));
      if (answer.byName().get("rows") instanceof Json.Items rows
          ? holds(examples.get(i), rows)
          : isError(examples.get(i))) {
        held++;
      } else if (!answers.get(i).contains("\"unsupported\"")) {
        broken.add(jobs.get(i) + "\n  " + answers.get(i));
      }
    }
    assertThat(broken).isEmpty();
    assertThat(held).isGreaterThan(200);
    assertThat(run.code()).isZero();
  }

  private static List<Json.Members> examples() throws IOException {
    Path file =
        Path.of(System.getProperty("highwater.shared"), "reference", "semantics_examples.jsonl");
    List<Json.Members> examples = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Json.Members example = members(JsonReader.read(line));
      boolean isSearch = !text(example, "kind").equals("time");
      if (isSearch && !INCOMPLETE.contains(text(example, "id"))) {
        examples.add(example);
      }
    }
    return examples;
  }

  /** An example without input that begins with a pipe makes its own rows. */
  private static String job(Json.Members example) {
    Map<String, Json> job = new LinkedHashMap<>(example.byName());
    Json input = job.getOrDefault("input", new Json.Items(List.of()));
    boolean isEmpty = input instanceof Json.Items rows && rows.list().isEmpty();
    if (!isEmpty || !text(example, "spl").startsWith("|")) {
      job.put("rows", input);
    }
    return JsonWriter.write(new Json.Members(job));
  }

  private static boolean isError(Json.Members example) {
    return !(example.byName().get("expected") instanceof Json.Items);
  }

  private static boolean holds(Json.Members example, Json.Items rows) {
    if (!(example.byName().get("expected") instanceof Json.Items expected)
        || expected.list().size() != rows.list().size()) {
      return false;
    }
    for (int i = 0; i < rows.list().size(); i++) {
      Map<String, Json> row = members(rows.list().get(i)).byName();
      for (Map.Entry<String, Json> field : members(expected.list().get(i)).byName().entrySet()) {
        if (!isSame(row.getOrDefault(field.getKey(), new Json.Null()), field.getValue())) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isSame(Json found, Json expected) {
    if (found instanceof Json.Items left && expected instanceof Json.Items right) {
      boolean isSame = left.list().size() == right.list().size();
      for (int i = 0; isSame && i < left.list().size(); i++) {
        isSame = isSame(left.list().get(i), right.list().get(i));
      }
      return isSame;
    }
    String left = String.valueOf(found.fieldText());
    String right = String.valueOf(expected.fieldText());
    return left.equals(right) || Math.abs(number(left) - number(right)) <= TOLERANCE;
  }

  private static double number(String text) {
    return text.matches("-?[0-9.]+(E-?[0-9]+)?") ? Double.parseDouble(text) : Double.NaN;
  }

  private static String text(Json.Members object, String name) {
    Json value = object.byName().get(name);
    return value == null ? "" : String.valueOf(value.fieldText());
  }

  private static Json.Members members(@Nullable Json json) {
    return (Json.Members) Objects.requireNonNull(json);
  }
}
