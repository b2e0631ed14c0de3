package dev.highwater.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.detect.FunnelStep;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of small detections over small logs. */
class DetectionTestRunnerTest {

  private static final String BAD = "bad";

  @TempDir Path content;

  /** A log of lines {@code time text}; one that is called bad cannot be read. */
  private record Lines(String input, List<String> texts) implements TestLog {

    @Override
    public Records open() throws IOException {
      if (input.equals(BAD)) {
        throw new IOException("no such luck");
      }
      EventOrigin origin = new EventOrigin(input, "h", "s", "t", "main");
      List<RawEvent> events = new ArrayList<>();
      texts.forEach(text -> events.add(RawEvent.of(origin, events.size(), text)));
      Iterator<RawEvent> iterator = events.iterator();
      return new Records() {
        @Override
        public boolean hasNext() {
          return iterator.hasNext();
        }

        @Override
        public RawEvent next() {
          return iterator.next();
        }

        @Override
        public void close() {}
      };
    }
  }

  /** Rules S-1802, S-1803: a search sees the logs of its own test, and now is behind the last. */
  @Test
  void eachTestSeesItsLogsOnly() throws IOException, InterruptedException {
    detection("a", "sourcetype=t dest=* | eval now=now() | table dest, now", "");
    detection("b", "sourcetype=t dest=* | stats count by dest", "");

    List<TestResult> results =
        run(
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
    detection("a", "sourcetype=t a=1 b=2 | stats count by dest", "");
    detection("b", "sourcetype=t | stats count by dest", "expect: nothing");

    List<TestResult> results =
        run(
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

  @Test
  void whatCannotRunStopsNothingElse() throws IOException, InterruptedException {
    detection("a", "sourcetype=t | `no_such_macro` | stats count by dest", "");
    detection("b", "sourcetype=t | stats count by dest", "");
    detection("c", "sourcetype=t | stats count by dest", "");
    detection("d", "sourcetype=t | stats count by dest", "");

    List<TestResult> results =
        run(
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
    detection("a", "sourcetype=t", "", "status: experimental");
    detection("b", "sourcetype=t", "", "type: Correlation");
    detection("c", "sourcetype=t", "", "tags: {manual_test: it needs a hand}");

    assertThat(tests())
        .extracting(test -> test.skipReason().orElse(""))
        .containsExactly(
            "status is experimental",
            "a correlation needs risk events of other detections",
            "manual test: it needs a hand");
  }

  private static TestLog log(String input, String... texts) {
    return new Lines(input, List.of(texts));
  }

  /** Runs the tests of all detections in order, each over one log. */
  private List<TestResult> run(List<TestLog> logs, boolean integration)
      throws IOException, InterruptedException {
    List<DetectionTest> tests = tests();
    List<PlannedTest> planned = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      planned.add(new PlannedTest(tests.get(i), List.of(logs.get(i))));
    }
    TestSetting setting = new TestSetting(pack(), ZoneOffset.UTC, null, integration);
    return new DetectionTestRunner(setting, OptionalLong.empty(), new ReferenceTestEngine())
        .run(planned);
  }

  private ContentPack pack() {
    return ContentReader.read(List.of(content));
  }

  private List<DetectionTest> tests() {
    return pack().detections().stream().flatMap(each -> DetectionTest.of(each).stream()).toList();
  }

  private void detection(String name, String search, String expect, String... more)
      throws IOException {
    Path folder = Files.createDirectories(content.resolve("detections"));
    Path deployments = Files.createDirectories(content.resolve("deployments"));
    Files.writeString(
        deployments.resolve("ttp.yml"),
        """
        name: ttp
        id: 9d7fc1f1-6f57-4a3c-b0ea-1f0e2a52d9a1
        scheduling: {cron_schedule: 0 * * * *, earliest_time: -70m@m, latest_time: -10m@m}
        alert_action: {rba: {enabled: true}}
        type: TTP
        """);
    String usual =
        """
        name: %1$s
        id: 00000000-0000-0000-0000-%2$012d
        version: 1
        search: '%3$s'
        rba:
          message: on $dest$
          risk_objects: [{field: dest, type: system, score: 20}]
          threat_objects: []
        tests:
        - name: test
          attack_data: [{data: x.log, source: s, sourcetype: t}]
          %4$s
        """
            .formatted(name, name.hashCode() & 0xfffffff, search, expect);
    String rest = String.join("\n", more);
    String status = rest.contains("status:") ? "" : "status: production\n";
    String type = rest.contains("type:") ? "" : "type: TTP\n";
    Files.writeString(folder.resolve(name + ".yml"), usual + status + type + rest + "\n");
  }
}
