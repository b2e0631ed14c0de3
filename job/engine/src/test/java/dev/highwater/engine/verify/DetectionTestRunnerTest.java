package dev.highwater.engine.verify;

import static dev.highwater.engine.verify.TestedContent.BAD;
import static dev.highwater.engine.verify.TestedContent.log;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.FunnelStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of small detections over small logs. */
class DetectionTestRunnerTest {

  @TempDir private Path folder;

  private TestedContent content() {
    return new TestedContent(folder);
  }

  /** Rules S-1802, S-1803: a search sees the logs of its own test, and now is behind the last. */
  @Test
  void eachTestSeesItsLogsOnly() throws IOException, InterruptedException {
    content().detection("a", "sourcetype=t dest=* | eval now=now() | table dest, now", "");
    content().detection("b", "sourcetype=t dest=* | stats count by dest", "");

    List<TestResult> results =
        content()
            .run(
                List.of(
                    log("a", "2026-03-01T10:00:00Z dest=one"),
                    log("b", "2026-03-01T11:00:00.5Z dest=two", "2026-03-01T10:30:00Z x=1")),
                true);

    assertThat(results).extracting(result -> result.status().text()).containsOnly("passed");
    assertThat(results)
        .extracting(result -> result.rows().toString())
        .containsExactly("[{dest=one, now=1772359201}]", "[{dest=two, count=1}]");
    assertThat(results).extracting(TestResult::seen).containsExactly(1L, 2L);
    assertThat(results.get(0).riskEvents())
        .singleElement()
        .satisfies(event -> assertThat(event.riskMessage()).isEqualTo("on one"));
  }

  /** Rules S-1801, S-1804. */
  @Test
  void aTestThatFailsSaysWhereItsEventsWereLost() throws IOException, InterruptedException {
    content().detection("a", "sourcetype=t a=1 b=2 | stats count by dest", "");
    content().detection("b", "sourcetype=t | stats count by dest", "expect: nothing");

    List<TestResult> results =
        content()
            .run(
                List.of(
                    log("a", "2026-03-01T10:00:00Z a=1 b=3 dest=x", "2026-03-01T10:00:01Z a=2"),
                    log("b", "2026-03-01T10:00:00Z dest=x")),
                false);

    assertThat(results)
        .extracting(result -> result.verdict().reason())
        .containsExactly("no rows", "rows where there must be none: 1");
    assertThat(results.get(0).funnel())
        .extracting(step -> step.what() + ": " + step.left())
        .containsExactly(
            "records read: 2", "with a time: 2", "sourcetype=t: 2", "a=1: 1", "b=2: 0");
    assertThat(results.get(0).funnel().get(4).nearest())
        .isEqualTo(new FunnelStep.NearMiss("a", 0, "b=3", "2026-03-01T10:00:00Z a=1 b=3 dest=x"));
  }

  /** Rule S-1980: the number of rows, their order, and their fields. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "[{dest: x, n: [1, 2]}, {dest: y}]          | all   | -",
        "[{dest: x, n: [1, 2]}, {dest: y, n: null}] | all   | -",
        "[{dest: x, n: [1, 2]}, {dest: z}]          | all   | row 2: dest is 'y', not 'z'",
        "[{dest: x}, {dest: y}]                     | all   | row 1: n is '1', '2', not missing",
        "[{dest: x}, {dest: y}]                     | named | -",
        "[{dest: x}, {n: 3}]                        | named | row 2: n is missing, not '3'",
        "[{dest: x, n: [1, 2]}]                     | all   | 2 rows where there must be 1",
        "[]                                         | all   | rows where there must be none: 2",
        "[{a: 1, b: 2, dest: y, n: 3}]              | all   | row 1: a is missing, not '1'; b is"
            + " missing, not '2'; dest is 'x', not 'y'; and 1 more",
      })
  void expectedRowsAreTheRows(String expected, String compare, String reason)
      throws IOException, InterruptedException {
    String keys = "expected: " + expected + "\n  compare: " + compare;
    content().detection("a", "sourcetype=t | stats values(n) as n by dest | table dest, n", keys);

    List<TestResult> results =
        content()
            .run(
                List.of(
                    log(
                        "a",
                        "2026-03-01T10:00:00Z dest=x n=1",
                        "2026-03-01T10:00:01Z dest=y",
                        "2026-03-01T10:00:02Z dest=x n=2")),
                false);

    assertThat(results)
        .extracting(result -> result.status().text() + " " + result.verdict().reason())
        .containsExactly(reason == null ? "passed " : "failed " + reason);
  }

  @Test
  void whatCannotRunStopsNothingElse() throws IOException, InterruptedException {
    content().detection("a", "sourcetype=t | `no_such_macro` | stats count by dest", "");
    content().detection("b", "sourcetype=t | stats count by dest", "");
    content().detection("c", "sourcetype=t | stats count by dest", "");
    content().detection("d", "sourcetype=t | stats count by dest", "");

    List<TestResult> results =
        content()
            .run(
                List.of(
                    log("a", "2026-03-01T10:00:00Z dest=x"),
                    log(BAD, ""),
                    log("c", "no time"),
                    log("d", "2026-03-01T10:00:00Z dest=x")),
                false);

    assertThat(results)
        .extracting(result -> result.status().text() + " " + result.verdict().reason())
        .containsExactly(
            "error refused: unknown macro `no_such_macro`",
            "error bad cannot be read: no such luck",
            "error no event of its logs has a time",
            "passed ");
  }

  /** Rule S-1800. */
  @Test
  void someTestsDoNotRunByThemselves() throws IOException, InterruptedException {
    content().detection("a", "sourcetype=t", "", "status: experimental");
    content().detection("b", "sourcetype=t", "", "type: Correlation");
    content().detection("c", "sourcetype=t", "", "tags: {manual_test: it needs a hand}");

    assertThat(content().tests())
        .extracting(test -> test.skipReason().orElse(""))
        .containsExactly(
            "status is experimental",
            "a correlation needs risk events of other detections",
            "manual test: it needs a hand");
  }
}
