package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same events in each form that logs come in: searches find the same. Rule S-1318. */
@Timeout(120)
class InputFormatsITCase {

  private static final int EVENTS = 2000;

  private static final String SEARCH =
      "index=main | stats count sum(n) as sum min(_time) as first by host user | sort user";

  @TempDir Path directory;

  static Stream<Arguments> forms() {
    return Stream.of(
        form("lines.log", InputFormatsITCase::json, "", "\n", "\n"),
        form("array.json", InputFormatsITCase::json, "[\n", ",\n", "]\n"),
        form("values.json", text -> json(text).replace(",", ",\n\t"), "", " ", "", "json"),
        form("opened.log", text -> json(text).replace("{", "{\n"), "", "\n", ""),
        form("envelopes.json", InputFormatsITCase::envelope, "", "\n", "\n"),
        form("envelopes.log", InputFormatsITCase::envelope, "", "", ""),
        form("table.csv", InputFormatsITCase::row, "time,user,n\n", "\n", "\n", "csv"),
        form("raw.jsonl", InputFormatsITCase::rawEvent, "", "\n", "\n"));
  }

  private static Arguments form(
      String name, Function<Integer, String> event, String before, String between, String after) {
    return form(name, event, before, between, after, "");
  }

  private static Arguments form(
      String name,
      Function<Integer, String> event,
      String before,
      String between,
      String after,
      String format) {
    String events =
        IntStream.range(0, EVENTS).boxed().map(event).collect(Collectors.joining(between));
    return Arguments.of(name, before + events + after, format);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void searchesFindTheSameInEveryForm(String name, String content, String format)
      throws IOException {
    String expected =
        """
        {"host":"h","user":"u0","count":667,"sum":666333,"first":1772323200}
        {"host":"h","user":"u1","count":667,"sum":667000,"first":1772323201}
        {"host":"h","user":"u2","count":666,"sum":665667,"first":1772323202}
        """;
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Path plain = Files.write(directory.resolve(name), bytes);
    Path packed = Files.write(directory.resolve(name + ".gz"), gzip(bytes));
    for (Path input : List.of(plain, packed)) {
      List<String> arguments =
          new ArrayList<>(List.of("search", SEARCH, input.toString(), "--host=h", "--quiet"));
      arguments.addAll(List.of("--sourcetype=unknown:json", "--parallelism=2"));
      if (!format.isEmpty()) {
        arguments.add("--input-format=" + format);
      }
      EmbeddedRun run = EmbeddedRun.of(arguments.toArray(new String[0]));
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).isEqualTo(expected);
    }
  }

  private static String json(int i) {
    return "{\"time\":%d,\"user\":\"u%d\",\"n\":\"%d\"}".formatted(1_772_323_200L + i, i % 3, i);
  }

  private static String envelope(int i) {
    return "{\"time\":%d,\"event\":%s,\"sourcetype\":\"unknown:json\"}"
        .formatted(1_772_323_200L + i, json(i));
  }

  private static String row(int i) {
    return "%d,u%d,\"%d\"".formatted(1_772_323_200L + i, i % 3, i);
  }

  private static String rawEvent(int i) {
    return "{\"sourcetype\":\"unknown:json\",\"raw\":\"%s\"}"
        .formatted(json(i).replace("\"", "\\\""));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }
}
