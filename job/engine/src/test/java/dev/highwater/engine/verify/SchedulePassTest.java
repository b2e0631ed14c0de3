package dev.highwater.engine.verify;

import static dev.highwater.engine.verify.TestedContent.log;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule S-1981: tests of schedules. The deployment runs hourly over -70m@m to -10m@m. */
class SchedulePassTest {

  private static final TestLog LOG =
      log(
          "a",
          "2026-03-01T09:55:00Z > 2026-03-01T09:52:00Z dest=early",
          "2026-03-01T10:20:00Z > 2026-03-01T10:10:00Z dest=x",
          "2026-03-01T10:59:59Z > 2026-03-01T10:49:59Z dest=x",
          "2026-03-01T11:00:00Z > 2026-03-01T10:30:00Z dest=late",
          "2026-03-01T11:10:00Z > 2026-03-01T10:50:00Z dest=y");

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // the event of 09:52 belongs to the run of 11:00
        "{at: 2026-03-01T11:00:00Z, rows: 2, late: 1}, {at: 2026-03-01T12:00:00Z, rows: 1}"
            + " | - | -",
        "{at: 2026-03-01T11:00:00Z, rows: [{dest: x, count: 2}, {dest: early, count: 1}], late: 1},"
            + " {at: 2026-03-01T12:00:00+00:00, rows: [{dest: y, count: 1}]} | - | -",
        "{at: 2026-03-01T11:00:00Z, rows: 2, late: 1}"
            + " | - | run 2026-03-01T12:00:00Z: rows are 1, not 0",
        "{at: 2026-03-01T11:00:00Z, rows: 2}"
            + " | - | run 2026-03-01T11:00:00Z: late events are 1, not 0",
        "{at: 2026-03-01T10:00:00Z, rows: 1}"
            + " | - | run 2026-03-01T10:00:00Z: rows are 0, not 1",
        "{at: 2026-03-01T11:00:00Z, rows: [{dest: x, count: 2}, {dest: z, count: 1}], late: 1}"
            + " | - | run 2026-03-01T11:00:00Z: row 1: dest is 'early', not 'z'",
        "{at: 2026-03-01T12:00:00Z, rows: 4}"
            + " | schedule: {cron_schedule: 0 12 * * *, earliest_time: '@d'} | -",
      })
  void theRunsThatFindOrMissSomethingAreTheExpectedOnes(String runs, String schedule, String reason)
      throws IOException, InterruptedException {
    TestResult result = result(runs, schedule == null ? "" : schedule, LOG);

    assertThat(result.status().text() + " " + result.verdict().reason())
        .isEqualTo(reason == null ? "passed " : "failed " + reason);
  }

  @Test
  void tellsWhichRunsThereWere() throws IOException, InterruptedException {
    TestResult result = result("", "", LOG);

    assertThat(result.runs())
        .extracting(run -> run.scheduledMillis() + " " + run.rows().size() + " " + run.late())
        .containsExactly("1772362800000 2 1", "1772366400000 1 0");
    assertThat(result.rows()).hasSize(3);
    assertThat(result.seen()).isEqualTo(5);
  }

  @Test
  void everyRecordMustSayWhenItCame() throws IOException, InterruptedException {
    TestResult result = result("", "", log("a", "2026-03-01T10:10:00Z dest=x"));

    assertThat(result.status()).isEqualTo(TestStatus.ERROR);
    assertThat(result.verdict().reason()).endsWith("nobody says when it came");
  }

  @Test
  void testsDoNotDisturbOneAnother() throws IOException, InterruptedException {
    TestedContent content = new TestedContent(folder);
    String search = "sourcetype=t | stats count by dest";
    content.detection("a", search, test("{at: 2026-03-01T11:00:00Z, rows: 1}", ""));
    content.detection("b", search, test("{at: 2026-02-01T11:00:00Z, rows: 1}", ""));

    List<TestResult> results =
        content.run(
            List.of(
                log("a", "2026-03-01T10:20:00Z > 2026-03-01T10:10:00Z dest=x"),
                log("b", "2026-02-01T10:20:00Z > 2026-02-01T10:10:00Z dest=x")),
            false);

    assertThat(results).extracting(TestResult::status).containsOnly(TestStatus.PASSED);
  }

  private TestResult result(String runs, String schedule, TestLog log)
      throws IOException, InterruptedException {
    TestedContent content = new TestedContent(folder);
    content.detection("a", "sourcetype=t | stats count by dest", test(runs, schedule));
    return content.run(List.of(log), false).get(0);
  }

  private static String test(String runs, String schedule) {
    return "type: schedule\n  expected_runs: [" + runs + "]\n  " + schedule;
  }
}
