package dev.highwater.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule S-170. */
class JsonTest {

  private static final String CITIES =
      "{\"c\":[{\"n\":\"London\",\"l\":[801,1066]},{\"n\":\"Venice\"}],\"k\":null,\"t\":true}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        CITIES,
        "[]",
        "{}",
        "\"\\\"\\\\ \\n\\r\\t\\b\\f\\u0001\\u001f é 😀 /\"",
        "-1.5",
        "12345678901234567890",
        "null"
      })
  void writesWhatItReads(String text) {
    assertThat(write(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " { \"a\" : 1.00 }  | {\"a\":1}",
        "[1e3, -0.0]        | [1000,0]",
        "{\"a\":1,\"b\":2,\"a\":3} | {\"a\":3,\"b\":2}"
      })
  void writesNoMoreThanNeeded(String text, String expected) {
    assertThat(write(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "{a:1}", "{'a':1}", "[1", "1 2", "[1]]", "{\"a\":}", "NaN"})
  void readsNothingButJson(String text) {
    assertThat(JsonReader.read(text)).isNull();
  }

  @Test
  void refusesToDescendWithoutEnd() {
    assertThat(JsonReader.read("[".repeat(100_000))).isNull();
    assertThat(JsonReader.read("[".repeat(900) + "]".repeat(900))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c{}.n      | [\"London\",\"Venice\"]",
        "c{1}.n     | [\"Venice\"]",
        "c{}.l{}    | [801,1066]",
        "c{0}.l{1}  | [1066]",
        "c.n        | []",
        "c{2}       | []",
        "t.x        | []",
        "k          | [null]"
      })
  void selects(String path, String expected) {
    assertThat(JsonWriter.write(new Json.Items(path(path).select(read(CITIES)))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a{", "a{x}", "a{-1}", "a{0}b", "a{9999999999}"})
  void knowsWhatIsNoPath(String text) {
    assertThat(JsonPath.parse(text)).isNull();
  }

  @Test
  void namesFieldsByTheirPaths() {
    assertThat(JsonFields.of(read(CITIES)))
        .isEqualTo(
            Map.of(
                "c{}.n", List.of("London", "Venice"),
                "c{}.l{}", List.of("801", "1066"),
                "t", List.of("true")));
  }

  private static String write(String text) {
    return JsonWriter.write(read(text));
  }

  private static Json read(String text) {
    return Objects.requireNonNull(JsonReader.read(text));
  }

  private static JsonPath path(String text) {
    return Objects.requireNonNull(JsonPath.parse(text));
  }
}
