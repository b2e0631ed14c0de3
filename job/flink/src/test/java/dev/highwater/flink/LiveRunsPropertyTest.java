package dev.highwater.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.DetectionRouter;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RecordTimes;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.detect.ScheduledSearch;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.schedule.EventClock;
import dev.highwater.engine.schedule.SearchWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Events in any order, live: each is searched by a run or late for it, never both, over a restart
 * at any point. Rules S-1300, S-1301, S-1408.
 */
@SuppressWarnings("try") // the harness declares that close() throws anything
class LiveRunsPropertyTest {

  private static final EventOrigin ORIGIN =
      new EventOrigin("files.log", "h", "sysmon", "sysmon:linux", "main");
  private static final long START = FileEvents.at("10:00:00.000");
  private static final int HOUR = 3_600_000;
  private static final long DISORDER = 5000;

  /** An event and how long after it it came; both milliseconds. */
  record Sent(int at, int late) {

    private RawEvent record(int number) {
      String time = Instant.ofEpochMilli(START + at).toString().substring(11);
      String millis = time.length() == 9 ? time.replace("Z", ".000") : time.replace("Z", "");
      return FileEvents.created(ORIGIN, number, millis, "/lib/systemd/system/ssh.service");
    }
  }

  /** What came of a live stream. */
  private record Live(List<Finding> findings, List<Outcome.Late> late, boolean isEmptyAtTheEnd) {}

  private static JobContent content(List<String> range) {
    return TestDetection.content(TestDetection.of("files").searching(range.get(0), range.get(1)));
  }

  @Property(tries = 40)
  void everyEventIsSearchedByARunOrLateForIt(
      @ForAll("sent") List<Sent> sent,
      @ForAll("ranges") List<String> range,
      @ForAll("restarts") int restart)
      throws Exception {
    JobContent content = content(range);
    Live live = run(content, sent, restart, 0);

    assertThat(live.findings()).extracting(Finding::findingId).doesNotHaveDuplicates();
    Map<Long, Long> late = new TreeMap<>();
    live.late().forEach(each -> late.merge(each.window().scheduledMillis(), 1L, Long::sum));
    Map<Long, Long> both = new TreeMap<>(late);
    counts(live.findings()).forEach((run, count) -> both.merge(run, count, Long::sum));
    assertThat(both).isEqualTo(pairs(content, sent));
    assertThat(live.late()).containsExactlyInAnyOrderElementsOf(expectedLate(content, sent));
    assertThat(live.isEmptyAtTheEnd()).isTrue();
  }

  @Property(tries = 40)
  void theLastRevisionsAreWhatTheRunsWouldHaveFound(
      @ForAll("sent") List<Sent> sent,
      @ForAll("ranges") List<String> range,
      @ForAll("restarts") int restart)
      throws Exception {
    JobContent content = content(range);
    Live live = run(content, sent, restart, 9 * HOUR);

    Map<String, Finding> last = new HashMap<>();
    live.findings().forEach(finding -> last.put(finding.findingId(), finding));
    assertThat(counts(List.copyOf(last.values()))).isEqualTo(pairs(content, sent));
    assertThat(live.isEmptyAtTheEnd()).isTrue();
  }

  /** A condition on what a run has counted. */
  enum Condition {
    TWO("count = 2", (count, run) -> count == 2),
    THREE("count = 3", (count, run) -> count == 3),
    MANY("count > 4", (count, run) -> count > 4),
    BY_THE_CLOCK("count < 3 AND now() % 3600 = 0", (count, run) -> count < 3 && run % HOUR == 0);

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
    private final BiPredicate<Long, Long> holds;

    Condition(String text, BiPredicate<Long, Long> holds) {
      this.text = text;
      this.holds = holds;
    }
  }

  /** Most runs find nothing here: those that cannot are left out, and no other is. */
  @Property(tries = 150)
  void noRunIsLeftOutThatWouldHaveFoundSomething(
      @ForAll("sent") List<Sent> sent,
      @ForAll("ranges") List<String> range,
      @ForAll Condition condition,
      @ForAll("restarts") int restart)
      throws Exception {
    assertFindsByCondition(sent, range, condition, restart, 9 * HOUR);
  }

  /** Here what no later run searches is let go. */
  @Property(tries = 150)
  void noRunIsLeftOutWhereNothingComesLate(
      @ForAll("sent") List<Sent> sent,
      @ForAll("ranges") List<String> range,
      @ForAll Condition condition,
      @ForAll("restarts") int restart)
      throws Exception {
    List<Sent> punctual =
        sent.stream().map(each -> new Sent(each.at(), each.late() % 4000)).distinct().toList();
    assertFindsByCondition(punctual, range, condition, restart, 0);
  }

  private static void assertFindsByCondition(
      List<Sent> sent, List<String> range, Condition condition, int restart, long amendMillis)
      throws Exception {
    TestDetection detection =
        TestDetection.of("files").searching(range.get(0), range.get(1)).keeping(condition.text);
    JobContent content = TestDetection.content(detection);
    Live live = run(content, sent, restart, amendMillis);

    Map<String, Finding> last = new HashMap<>();
    live.findings().forEach(finding -> last.put(finding.findingId(), finding));
    last.values().removeIf(finding -> finding.status() == Finding.Status.WITHDRAWN);
    Map<Long, Long> expected = pairs(content, sent);
    expected.entrySet().removeIf(run -> !condition.holds.test(run.getValue(), run.getKey()));
    assertThat(counts(List.copyOf(last.values()))).isEqualTo(expected);
    assertThat(live.isEmptyAtTheEnd()).isTrue();
  }

  private static Live run(JobContent content, List<Sent> sent, int restart, long amendMillis)
      throws Exception {
    List<Finding> findings = new ArrayList<>();
    List<Outcome.Late> late = new ArrayList<>();
    List<Sent> arriving = arriving(sent);
    DetectionRouter router = new DetectionRouter(content.detections(), new Ledger());
    RecordTimes times = new RecordTimes(content.detections().knowledge().addOns());
    EventClock clock = new EventClock(DISORDER, EventClock.NO_BOUND, EventClock.NOT_STARTED);
    RunSearchesHarness harness = RunSearchesHarness.amending(content, amendMillis);
    for (int i = 0; i < arriving.size(); i++) {
      if (i == restart) {
        var state = harness.snapshot(1, 1);
        take(harness, findings, late);
        harness = RunSearchesHarness.amending(content, amendMillis, state);
      }
      RawEvent raw = arriving.get(i).record(sent.indexOf(arriving.get(i)));
      long time = times.timeOf(raw);
      List<RoutedGroup> groups = new ArrayList<>();
      router.route(raw, time, clock.watermarkMillis(), groups::add);
      for (RoutedGroup group : groups) {
        harness.processElement(group, time);
      }
      clock.follow(time);
      harness.processWatermark(clock.watermarkMillis());
    }
    harness.processWatermark(Watermark.MAX_WATERMARK);
    boolean isEmpty = harness.hasNothingLeft();
    take(harness, findings, late);
    return new Live(findings, late, isEmpty);
  }

  private static void take(
      RunSearchesHarness harness, List<Finding> findings, List<Outcome.Late> late)
      throws Exception {
    findings.addAll(harness.findings());
    for (Outcome outcome : Given.outcomes(harness)) {
      if (outcome instanceof Outcome.Late missed) {
        late.add(missed);
      }
    }
    harness.close();
  }

  private static List<Sent> arriving(List<Sent> sent) {
    return sent.stream().sorted(Comparator.comparingInt(each -> each.at() + each.late())).toList();
  }

  private static Map<Long, Long> counts(List<Finding> findings) {
    Map<Long, Long> counts = new TreeMap<>();
    for (Finding finding : findings) {
      double count = Objects.requireNonNull(finding.row().get("count")).number();
      counts.merge(finding.window().scheduledMillis(), (long) count, Long::sum);
    }
    return counts;
  }

  /** Events by the runs that search them, whenever they come. */
  private static Map<Long, Long> pairs(JobContent content, List<Sent> sent) {
    Map<Long, Long> pairs = new TreeMap<>();
    for (Sent each : sent) {
      for (SearchWindow window : windows(content, each)) {
        pairs.merge(window.scheduledMillis(), 1L, Long::sum);
      }
    }
    return pairs;
  }

  private static List<SearchWindow> windows(JobContent content, Sent sent) {
    return content.detections().detection("files").schedule().windowsContaining(START + sent.at());
  }

  /** By the rule: late is what comes when the greatest time less the disorder is past the run. */
  private static List<Outcome.Late> expectedLate(JobContent content, List<Sent> sent) {
    List<Outcome.Late> late = new ArrayList<>();
    ScheduledSearch search = new ScheduledSearch(content.detections().detection("files"));
    long passed = Long.MIN_VALUE;
    for (Sent each : arriving(sent)) {
      for (SearchWindow window : windows(content, each)) {
        long due = search.dueMillis(window.scheduledMillis());
        if (due <= passed) {
          var position = EventPosition.of(each.record(sent.indexOf(each)));
          late.add(
              new Outcome.Late(position, START + each.at(), "files", window, passed - due, false));
        }
      }
      passed = Math.max(passed, (START + each.at() - DISORDER) / 1000 * 1000);
    }
    return late;
  }

  @Provide
  Arbitrary<List<Sent>> sent() {
    Arbitrary<Integer> late =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 4000), Arbitraries.integers().between(0, 3 * HOUR));
    return Combinators.combine(Arbitraries.integers().between(0, 4 * HOUR), late)
        .as(Sent::new)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<String>> ranges() {
    return Arbitraries.of(
        List.of("-10m", "now"),
        List.of("-30m", "now"),
        List.of("-20m", "-10m"),
        List.of("-10m", "+5m"),
        List.of("-4h", "now"),
        List.of("-70m@m", "-10m@m"), // no range of two runs: their findings have one id (S-915)
        List.of("-55m", "-3m"));
  }

  @Provide
  Arbitrary<Integer> restarts() {
    return Arbitraries.integers().between(0, 60);
  }
}
