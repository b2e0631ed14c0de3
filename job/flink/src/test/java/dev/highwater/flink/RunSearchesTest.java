package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.at;
import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.ScheduledSearch;
import dev.highwater.engine.detect.StoredGroups;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.schedule.SearchWindow;
import dev.highwater.flink.Given.Timed;
import dev.highwater.flink.RunSearchesHarness.Run;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;

/** Rules S-1401, S-1403, S-1404. */
@SuppressWarnings("try") // the harness declares that close() throws anything
class RunSearchesTest {

  private static final String SSH = "/lib/systemd/system/ssh.service";
  private static final String NGINX = "/lib/systemd/system/nginx.service";

  private final JobContent content = TestDetection.content(TestDetection.of("files"));

  @Test
  void firesWhenTheWatermarkReachesTheScheduledTime() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(content)) {
      harness.read(created("10:03:00.000", SSH));
      harness.watermark("10:09:59.999");

      assertThat(harness.runs()).isEmpty();

      harness.watermark("10:10:00.000");

      assertThat(Given.output(harness))
          .containsExactly(
              new Timed(at("10:09:59.999"), new Watermark(at("10:09:59.999"))),
              new Timed(at("10:10:00.000"), ssh("10:03:00.000")),
              new Timed(at("10:10:00.000"), new Watermark(at("10:10:00.000"))));
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  /** What the engine alone finds in the run of 10:10. */
  private Finding ssh(String time) {
    var group = Routing.groups(content, created(time, SSH)).get(0);
    var detection = content.detections().detection("files");
    var slice = new GroupSlice("files", group.scan(), group.sliceMillis(), group.key());
    return new ScheduledSearch(detection)
        .run(
            at("10:10:00.000"),
            StoredGroups.of(List.of(Map.entry(slice, group.partials()))),
            name -> null)
        .findings()
        .get(0);
  }

  @Test
  void keepsTheBordersToTheMillisecond() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(content)) {
      harness.read(
          created("10:10:00.000", SSH),
          created("10:09:59.999", SSH),
          created("10:00:00.000", SSH),
          created("09:59:59.999", SSH));
      harness.watermark("10:20:00.000");

      assertThat(harness.runs())
          .containsExactly(
              new Run("files", "10:00", 1),
              new Run("files", "10:10", 2),
              new Run("files", "10:20", 1));
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void searchesAnEventInEveryWindowThatHoldsIt() throws Exception {
    JobContent overlapping =
        TestDetection.content(TestDetection.of("files").searching("-30m", "now"));
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(overlapping)) {
      harness.read(created("10:05:00.000", SSH), created("10:15:00.000", SSH));
      harness.watermark("10:30:00.000");

      assertThat(harness.runs())
          .containsExactly(
              new Run("files", "10:10", 1),
              new Run("files", "10:20", 2),
              new Run("files", "10:30", 2));
      assertThat(harness.hasNothingLeft()).isFalse();

      harness.watermark("10:40:00.000");

      assertThat(harness.runs()).hasSize(4).endsWith(new Run("files", "10:40", 1));
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void waitsForTheEndOfAWindowThatReachesPastItsScheduledTime() throws Exception {
    JobContent ahead = TestDetection.content(TestDetection.of("files").searching("-10m", "+5m"));
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(ahead)) {
      harness.read(created("10:09:00.000", SSH));
      harness.watermark("10:10:00.000");

      assertThat(harness.runs()).isEmpty();

      harness.read(created("10:14:59.999", SSH));
      harness.watermark("10:15:00.000");
      harness.endInput();

      assertThat(harness.runs()).containsExactly(new Run("files", "10:10", 2));
      assertThat(Given.ledger(harness).find("files", Counter.LATE)).isEmpty();
    }
  }

  @Test
  void keepsPartitionsApart() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(content)) {
      harness.read(
          created("10:01:00.000", SSH),
          created("10:02:00.000", NGINX),
          created("10:03:00.000", SSH));
      harness.watermark("10:10:00.000");

      assertThat(harness.runs())
          .containsExactlyInAnyOrder(new Run("files", "10:10", 2), new Run("files", "10:10", 1));
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void countsWhatIsLateAndDoesNotRunAgain() throws Exception {
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(content)) {
      harness.read(created("10:01:00.000", SSH));
      harness.watermark("10:10:00.000");
      harness.read(created("10:09:00.000", SSH), created("10:09:00.000", NGINX));
      harness.watermark("10:20:00.000");
      harness.endInput();

      assertThat(harness.runs()).containsExactly(new Run("files", "10:10", 1));
      assertThat(Given.ledger(harness).count("files", Counter.LATE)).isEqualTo(2);
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void searchesAnEventThatIsLateForOneRunInTheNext() throws Exception {
    JobContent overlapping =
        TestDetection.content(TestDetection.of("files").searching("-20m", "now"));
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(overlapping)) {
      harness.watermark("10:10:00.000");
      harness.read(created("10:09:00.000", SSH));
      harness.watermark("10:20:00.000");
      harness.endInput();

      assertThat(harness.runs()).containsExactly(new Run("files", "10:20", 1));
      assertThat(Given.ledger(harness).count("files", Counter.LATE)).isEqualTo(1);
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void findsInTheRunsOfTheDetectionsThatShareTheStream() throws Exception {
    JobContent two =
        TestDetection.content(
            TestDetection.of("files"), TestDetection.of("timers").fileName("*.timer"));
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(two)) {
      harness.read(created("10:01:00.000", SSH), created("10:01:00.000", "/etc/a.timer"));
      harness.watermark("10:10:00.000");
      harness.endInput();

      assertThat(harness.runs())
          .containsExactlyInAnyOrder(new Run("files", "10:10", 1), new Run("timers", "10:10", 1));
      assertThat(Given.ledger(harness).count("timers", Counter.ROWS)).isEqualTo(1);
    }
  }

  @Test
  void saysWhichEventARunMissedAndByHowMuch() throws Exception {
    var late = created("10:09:00.000", SSH);
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(content)) {
      harness.watermark("10:10:30.000");
      harness.readLate(late);

      assertThat(Given.outcomes(harness))
          .containsExactly(
              new Outcome.Late(
                  EventPosition.of(late),
                  at("10:09:00.000"),
                  "files",
                  new SearchWindow(at("10:10:00.000"), at("10:00:00.000"), at("10:10:00.000")),
                  30_000,
                  false));
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void runsWithoutEventsOverAllThatIsCoveredAndStopsThere() throws Exception {
    JobContent counting =
        TestDetection.content(
            TestDetection.of("files")
                .searchedBy("| tstats count from datamodel=Endpoint.Filesystem"));
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(counting)) {
      harness.seed("files", "10:01:00.000", "10:11:00.000");
      harness.watermark("10:10:00.000");
      harness.seed("files", "10:35:00.000", "10:35:00.000");
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(harness.runs())
          .containsExactly(
              new Run("files", "10:10", 0),
              new Run("files", "10:20", 0),
              new Run("files", "10:30", 0),
              new Run("files", "10:40", 0));
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void keepsOneAggregateOfAllTime() throws Exception {
    JobContent all = TestDetection.content(TestDetection.of("files").searching("0", "now"));
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(all)) {
      harness.seed("files", "10:01:00.000", "10:31:00.000");
      harness.read(
          created("10:01:00.000", SSH),
          created("10:02:00.000", SSH),
          created("10:13:00.000", SSH),
          created("10:31:00.000", SSH));
      harness.watermark("10:20:00.000");

      assertThat(harness.runs())
          .containsExactly(new Run("files", "10:10", 2), new Run("files", "10:20", 3));

      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(harness.runs())
          .hasSize(4)
          .endsWith(new Run("files", "10:30", 3), new Run("files", "10:40", 4));
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void leavesOutTheRunsThatSearchWhatAQuietOneHasSearched() throws Exception {
    JobContent rare =
        TestDetection.content(
            TestDetection.of("files").searching("-4h", "now").keeping("count > 2"));
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(rare)) {
      harness.read(created("10:03:00.000", SSH), created("10:33:00.000", SSH));
      harness.watermark("15:00:00.000");

      assertThat(harness.runs()).isEmpty();
      // 10:10 has the first, 10:40 both, 14:10 the second alone; 14:30 is the last that has it
      assertThat(harness.runsDone()).isEqualTo(4);
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void doesTheRunBehindAQuietOneThatWasTheLastOfAnEvent() throws Exception {
    JobContent pairs =
        TestDetection.content(
            TestDetection.of("files").searching("-4h", "now").keeping("count = 2"));
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(pairs)) {
      harness.read(
          created("10:03:00.000", SSH), created("13:52:00.000", SSH), created("13:57:00.000", SSH));
      harness.watermark("14:00:00.000"); // three, the first of which no later run searches

      assertThat(harness.runs()).isEmpty();

      harness.watermark("14:10:00.000");

      assertThat(harness.runs()).containsExactly(new Run("files", "14:10", 2));
    }
  }

  @Test
  void doesEveryRunOfASearchThatAsksForTheTime() throws Exception {
    JobContent hourly =
        TestDetection.content(
            TestDetection.of("files").searching("-4h", "now").keeping("now() % 3600 = 0"));
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(hourly)) {
      harness.read(created("10:03:00.000", SSH));
      harness.watermark("15:00:00.000");

      assertThat(harness.runs())
          .containsExactly(
              new Run("files", "11:00", 1),
              new Run("files", "12:00", 1),
              new Run("files", "13:00", 1),
              new Run("files", "14:00", 1));
      assertThat(harness.runsDone()).isEqualTo(24);
    }
  }
}
