package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches by the engine alone: over rows, or over nothing. Rules S-1120, S-1121. */
class SearchTest {

  private static final String ROWS =
      """
      {"_time": "2026-03-01T10:00:00.500Z", "host": "a", "ms": 12, "user": ["bob", "eve"]}

      {"_time": 1772355600, "host": "b", "ms": "7", "note": "say \\"hi\\"", "gone": null}
      """;

  @TempDir private Path directory;

  @Test
  void printsAnObjectForEachRow() {
    EmbeddedRun run = overRows(ROWS, "eval later=ms+1 | fields - _time");

    assertThat(run)
        .isEqualTo(
            new EmbeddedRun(
                0,
                """
                {"host":"a","ms":12,"user":["bob","eve"],"later":13}
                {"host":"b","ms":"7","note":"say \\"hi\\"","later":8}
                """,
                ""));
  }

  @Test
  void printsCsvWithAHeaderOfAllFields() {
    EmbeddedRun run = overRows(ROWS, "head 2", "--format", "csv");

    assertThat(run.out())
        .isEqualTo(
            """
            _time,host,ms,user,note
            1772359200.5,a,12,"bob
            eve",
            1772355600,b,7,,"say ""hi""\"
            """);
  }

  @ParameterizedTest
  @CsvSource({"table", "text"})
  void printsATable(String format) {
    EmbeddedRun run = overRows(ROWS, "fields host, ms, user | fields - _*", "--format", format);

    assertThat(run.out())
        .isEqualTo(
            """
            host  ms  user
            ----  --  --------
            a     12  bob, eve
            b      7
            """);
  }

  @ParameterizedTest
  @CsvSource({"ndjson", "csv", "table"})
  void printsNothingForNoRows(String format) {
    assertThat(overRows(ROWS, "search host=c", "--format", format).out()).isEmpty();
  }

  @Test
  void writesToAFile() {
    Path out = directory.resolve("out.csv");

    EmbeddedRun run = overRows(ROWS, "fields host | fields - _*", "--format=csv", "--out=" + out);

    assertThat(run).isEqualTo(new EmbeddedRun(0, "", ""));
    assertThat(out).hasContent("host\na\nb\n");
  }

  @ParameterizedTest
  @CsvSource({
    "-1h, now, 1", // from 09:00:01, an hour before the second behind the newest row
    "-2h, now, 2",
    "2026-03-01T09:00:00Z, 2026-03-01T10:00:00Z, 1",
    "1772359201, '', 0"
  })
  void searchesARange(String earliest, String latest, String count) {
    List<String> options =
        latest.isEmpty()
            ? List.of("--earliest=" + earliest)
            : List.of("--earliest=" + earliest, "--latest=" + latest);

    EmbeddedRun run = overRows(ROWS, "stats count", options.toArray(new String[0]));

    assertThat(run.out()).isEqualTo("{\"count\":" + count + "}\n");
  }

  @Test
  void nowIsTheSecondBehindTheNewestRow() {
    assertThat(overRows(ROWS, "head 1 | eval n=now() | table n").out())
        .isEqualTo("{\"n\":1772359201}\n");
    assertThat(overRows(ROWS, "head 1 | eval n=now() | table n", "--now=100").out())
        .isEqualTo("{\"n\":100}\n");
  }

  @Test
  void makesRowsOfNothingAtTheTimeOfTheClock() {
    long before = Instant.now().getEpochSecond();
    EmbeddedRun run = EmbeddedRun.of("search", "| makeresults | eval n=now() | table n");

    assertThat(run.err()).isEmpty();
    assertThat(Long.parseLong(run.out().replaceAll("\\D", "")))
        .isBetween(before, Instant.now().getEpochSecond());
  }

  @Test
  void usesMacrosLookupsAndTheZoneOfTheUser() {
    Path macros = write("m.yml", "- {name: day, definition: 'strftime(_time, \"%F %H\")'}\n");

    EmbeddedRun run =
        EmbeddedRun.of(
            "search",
            "| makeresults | eval d=`day` | outputlookup t.csv"
                + " | append [| inputlookup t.csv | eval d=d.\"!\"] | table d",
            "--macros=" + macros,
            "--tz=Europe/Berlin",
            "--now=2026-03-01T23:30:00Z",
            "--quiet");

    assertThat(run.out()).isEqualTo("{\"d\":\"2026-03-02 00\"}\n{\"d\":\"2026-03-02 00!\"}\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void saysThatThereAreNoEventsAndRunsAllTheSame() {
    EmbeddedRun run = EmbeddedRun.of("search", "| tstats count from datamodel=Endpoint.Filesystem");

    assertThat(run)
        .isEqualTo(
            new EmbeddedRun(
                0,
                "{\"count\":0}\n",
                "warning: there are no events to search: neither INPUT nor --rows\n"));
  }

  @Test
  void saysWhereASearchIsWrong() {
    EmbeddedRun run = EmbeddedRun.of("search", "| makeresults | evil x=1");

    assertThat(run)
        .isEqualTo(
            new EmbeddedRun(
                1,
                "",
                """
                <search>:1:17: unknown command 'evil'. Did you mean 'eval'?
                  | | makeresults | evil x=1
                                    ^
                """));
  }

  @Test
  void saysWhichLinesAreNoRows() {
    Path rows = write("rows.ndjson", "{}\n[1]\n\nx\n");

    EmbeddedRun run = EmbeddedRun.of("search", "--rows=" + rows, "head 1");

    assertThat(run)
        .isEqualTo(
            new EmbeddedRun(
                1,
                "",
                """
                %1$s:2:1: expected a JSON object, a row a line
                %1$s:4:1: expected a JSON object, a row a line
                """
                    .formatted(rows)));
  }

  @Test
  void aFileThatIsNotThereIsAFailure() {
    EmbeddedRun run = EmbeddedRun.of("search", "--rows=target/nothing", "head 1");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("Cannot read or write: ").contains("target/nothing");
  }

  private EmbeddedRun overRows(String rows, String spl, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("search", "--rows=" + write("r.ndjson", rows), spl));
    arguments.addAll(List.of(more));
    return EmbeddedRun.of(arguments.toArray(new String[0]));
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
