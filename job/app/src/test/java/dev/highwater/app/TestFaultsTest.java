package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code highwater test} where something is wrong. */
class TestFaultsTest {

  private static final String LOG = "datasets/a.log";

  @TempDir private Path directory;

  @BeforeEach
  void writeLog() throws IOException {
    write(LOG, "2026-03-01T10:00:00Z dest=x n=1\n2026-03-01T10:00:01Z dest=y n=2\n");
    write("content/deployments/ttp.yml", DEPLOYMENT);
  }

  private static final String DEPLOYMENT =
      """
      name: ttp
      id: 9d7fc1f1-6f57-4a3c-b0ea-1f0e2a52d9a1
      type: TTP
      scheduling: {cron_schedule: 0 * * * *, earliest_time: -70m@m, latest_time: -10m@m}
      """;

  @Test
  void eachFaultIsAnOutcomeOfItsOwnAndStopsNothingElse() throws IOException {
    byte[] cut = Base64.getDecoder().decode("H4sIAAAAAAAAA0tMTEo=");
    Files.write(directory.resolve("datasets/cut.log.gz"), cut);
    detection("1", "sourcetype=t | nosuchcommand", "[{data: datasets/a.log, sourcetype: t}]");
    detection("2", "`no_such_macro`", "[{data: datasets/a.log, sourcetype: t}]");
    detection("3", "sourcetype=t", "[{data: datasets/cut.log.gz, sourcetype: t}]");
    detection("4", "sourcetype=t", "[]");
    detection("5", "sourcetype=t", "[{data: datasets/missing.log, sourcetype: t}]");
    detection("6", "sourcetype=t | table dest", "[{data: datasets/a.log, sourcetype: t}]");
    write("content/detections/7.yml", "name: seven\nid: [\n");

    EmbeddedRun run = test();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("6 tests of 6 detections: 1 passed, 0 failed, 4 in error, 1 without data")
        .contains("7.yml:3:1: is not YAML");
    assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ").strip()))
        .anyMatch(
            line -> line.startsWith("1 test error 0 0 0 refused: ") && line.contains("'nosuch"))
        .contains("2 test error 0 0 0 refused: unknown macro `no_such_macro`")
        .anyMatch(line -> line.matches("3 test error 0 0 0 .*cut.log.gz cannot be read: .*"))
        .contains("4 test error 0 0 0 the test names no data")
        .contains("6 test passed 2 2 2");
    assertThat(read("out/report.json")).contains("\"problems\":[{\"severity\":\"error\"");
    assertThat(read("out/junit.xml")).contains("tests=\"7\"", "errors=\"5\"");
  }

  @Test
  void failuresAreResultsAtTheirPlacesInSarif() throws IOException {
    detection("1", "sourcetype=t a=b", "[{data: datasets/a.log, sourcetype: t}]");
    detection("2", "sourcetype=t | nosuchcommand", "[{data: datasets/a.log, sourcetype: t}]");

    test();

    String sarif = read("out/test.sarif");
    assertThat(sarif)
        .contains(
            "{\"ruleId\":\"test-failed\",\"level\":\"error\",\"message\":{\"text\":\"test: no rows\"}")
        .contains("detections/1.yml\"},\"region\":{\"startLine\":6,\"startColumn\":10}")
        .contains("\"ruleId\":\"test-error\"")
        .contains("detections/2.yml\"},\"region\":{\"startLine\":6,\"startColumn\":25}");
  }

  /** Rules S-1980 to S-1982. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "expect: something      | 'expect' must be rows or nothing, not 'something'",
        "compare: most          | 'compare' must be all or named, not 'most'",
        "type: other            | 'type' must be unit or schedule, not 'other'",
        "expected_runs: []      | 'expected_runs' is for a test with 'type: schedule'",
        "expected: {a: b}       | 'expected' must be a list, not a mapping",
        "type: schedule         | 'expected_runs' is missing",
        "expect: nothing, expected: [{a: b}] | 'expect' is nothing, and 'expected' has rows",
        "type: schedule, expected_runs: [{at: noon}] | 'at' must be a time such as"
            + " 1970-01-01T00:00:00Z, not 'noon'",
        "type: schedule, expected_runs: [{at: '2026-03-01T10:00:00Z', late: -1}] | 'late' must be"
            + " 0 or more, not -1",
        "type: schedule, expected_runs: [], schedule: {cron_schedule: 61 * * * *} | 61",
      })
  void saysWhatIsWrongWithATest(String keys, String problem) throws IOException {
    detection("1", "sourcetype=t", "[{data: datasets/a.log}], " + keys);

    EmbeddedRun run = test();

    assertThat(run.err()).contains("1.yml:", problem);
    assertThat(run.code()).isEqualTo(1);
  }

  /** Rule S-1981. */
  @Test
  void aScheduleThatFailsSaysWhichRunsThereWere() throws IOException {
    write("datasets/a.arrival", "1\t1772359800\n2\t1772366400\n");
    detection(
        "1",
        "sourcetype=t | table dest",
        "[{data: datasets/a.log, arrival: datasets/a.arrival, sourcetype: t}], type: schedule,"
            + " expected_runs: []");

    EmbeddedRun run = test();

    assertThat(run.out())
        .contains("1: run 2026-03-01T11:00:00Z: rows are 1, not 0")
        .contains("  run 2026-03-01T11:00:00Z: rows 1, late 1");
    assertThat(read("out/report.json"))
        .contains("\"runs\":[{\"at\":\"2026-03-01T11:00:00.000Z\",\"rows\":1,\"late\":1}]");
  }

  /** Rule S-1982. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "lookups: {known: datasets/missing.csv} | 1 without data",
        "lookups: {known: ../../x.csv}          | 1 in error",
        "lookups: {unknown: datasets/a.log}     | 1 in error",
        "baselines: [No Such Baseline]          | 1 in error",
      })
  void saysWhatCannotBeSeeded(String keys, String sum) throws IOException {
    detection("1", "sourcetype=t", "[{data: datasets/a.log, sourcetype: t}], " + keys);

    assertThat(test().err()).contains(sum);
  }

  private void detection(String name, String search, String data) throws IOException {
    String text =
        """
        name: '%1$s'
        id: 00000000-0000-0000-0000-00000000000%1$s
        version: 1
        status: production
        type: TTP
        search: '%2$s'
        rba:
          message: on $dest$
          risk_objects: [{field: dest, type: system, score: 20}]
          threat_objects: []
        tests: [{name: test, attack_data: %3$s}]
        """;
    write("content/detections/" + name + ".yml", text.formatted(name, search, data));
  }

  private EmbeddedRun test() {
    List<String> arguments =
        List.of(
            "test",
            "--content=" + directory.resolve("content"),
            "--attack-data=" + directory,
            "--out=" + directory.resolve("out"));
    return EmbeddedRun.of(arguments.toArray(new String[0]));
  }

  private void write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String read(String path) throws IOException {
    return Files.readString(directory.resolve(path));
  }
}
