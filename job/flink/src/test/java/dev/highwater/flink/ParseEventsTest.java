package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.at;
import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.UnparsableEvent;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.flink.Given.Timed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness declares that close() throws anything
class ParseEventsTest {

  private static final EventOrigin LATER =
      new EventOrigin("later.log", "h", "sysmon", "sysmon:linux", "main");

  private final JobContent content = TestDetection.content(TestDetection.of("files"));

  private OneInputStreamOperatorTestHarness<RawEvent, RawEvent> harness(
      @Nullable StreamClock clock, @Nullable OperatorSubtaskState state) throws Exception {
    OneInputStreamOperatorTestHarness<RawEvent, RawEvent> harness =
        new OneInputStreamOperatorTestHarness<>(new ParseEvents(content, clock));
    harness.setup();
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  /** The records that came out, by their texts. */
  private static List<Timed> texts(OneInputStreamOperatorTestHarness<RawEvent, RawEvent> harness) {
    return harness.extractOutputStreamRecords().stream()
        .map(record -> new Timed(record.getTimestamp(), record.getValue().text()))
        .toList();
  }

  @Test
  void stampsRecordsWithTheirTime() throws Exception {
    RawEvent first = created("10:00:00.123", "/etc/a");
    RawEvent second = created("09:59:59.999", "/etc/b");
    try (var harness = harness(null, null)) {
      harness.processElement(first, Long.MIN_VALUE);
      harness.processElement(second, Long.MIN_VALUE);

      assertThat(texts(harness))
          .containsExactly(
              new Timed(at("10:00:00.123"), first.text()),
              new Timed(at("09:59:59.999"), second.text()));
      assertThat(Given.outcomes(harness)).isEmpty();
    }
  }

  @Test
  void takesWhatHasNoTimeAside() throws Exception {
    RawEvent garbage = FileEvents.text("no time here");
    RawEvent blank = FileEvents.text(" ");
    try (var harness = harness(null, null)) {
      harness.processElement(garbage, Long.MIN_VALUE);
      harness.processElement(blank, Long.MIN_VALUE);

      assertThat(Given.output(harness)).isEmpty();
      assertThat(Given.outcomes(harness))
          .containsExactly(
              new Outcome.Unparsable(UnparsableEvent.of(garbage, UnparsableEvent.Reason.NO_TIME)),
              new Outcome.Unparsable(UnparsableEvent.of(blank, UnparsableEvent.Reason.BLANK)));
    }
  }

  @Test
  void countsEachRecordOnceOverARestore() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(null, null)) {
      harness.processElement(created("10:00:00.000", "/etc/a"), Long.MIN_VALUE);
      harness.processElement(FileEvents.text("no time here"), Long.MIN_VALUE);
      state = harness.snapshot(1, 1);
      harness.processElement(created("10:00:00.000", "/etc/lost"), Long.MIN_VALUE);
    }
    try (var harness = harness(null, state)) {
      harness.processElement(created("10:00:01.000", "/etc/b"), Long.MIN_VALUE);
      harness.endInput();

      assertThat(Given.outcomes(harness)).hasSize(1);
      Ledger ledger = Given.ledger(harness);
      assertThat(ledger.count(Ledger.INPUT, Counter.READ)).isEqualTo(3);
      assertThat(ledger.count(Ledger.INPUT, Counter.UNPARSABLE)).isEqualTo(1);
    }
  }

  @Test
  void storesTheCountsAsOfTheCheckpoint() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(null, null)) {
      harness.processElement(FileEvents.text("before"), Long.MIN_VALUE);
      OperatorSnapshotFutures writing = Snapshots.begin(harness.getOperator());
      harness.processElement(FileEvents.text("after"), Long.MIN_VALUE);
      state = Snapshots.end(writing);
    }
    try (var harness = harness(null, state)) {
      harness.endInput();

      assertThat(Given.ledger(harness).count(Ledger.INPUT, Counter.UNPARSABLE)).isEqualTo(1);
    }
  }

  /** Rule S-1405: a run of 10:00 sees what came before, and not what came at 10:00. */
  @Test
  void hasComeAsFarAsEachRecordSaysBeforeItIsSeen() throws Exception {
    try (var harness = harness(new ArrivalClock(), null)) {
      for (RawEvent record :
          List.of(
              created("09:00:00.000", "/a").withIndexTime(at("09:59:59.999")),
              created("09:30:00.000", "/b").withIndexTime(at("10:00:00.000")),
              created("10:30:00.000", "/c").withIndexTime(at("10:00:00.000")))) {
        harness.processElement(record, Long.MIN_VALUE);
      }

      assertThat(Given.output(harness).stream().map(Timed::timeMillis))
          .containsExactly(
              at("09:59:59.999"),
              at("09:00:00.000"),
              at("10:00:00.000"),
              at("09:30:00.000"),
              at("10:30:00.000"));
    }
  }

  @Test
  void saysHowFarItHasReadAtTheStartOfEachRange() throws Exception {
    ReadingClock clock =
        new ReadingClock(
            1000,
            Map.of(
                "files.log", new long[] {at("10:00:00.000"), at("10:05:00.000")},
                "later.log", new long[] {at("10:10:00.000")}));
    try (var harness = harness(clock, null)) {
      for (RawEvent record :
          List.of(
              created(FileEvents.ORIGIN, 0, "10:00:00.000", "/a"),
              created(FileEvents.ORIGIN, 999, "10:07:00.000", "/b"),
              created(FileEvents.ORIGIN, 1000, "10:05:00.000", "/c"),
              created(LATER, 0, "10:10:00.000", "/d"),
              created(LATER, 5000, "10:11:00.000", "/e"))) {
        harness.processElement(record, Long.MIN_VALUE);
      }

      assertThat(Given.output(harness).stream().map(Timed::timeMillis))
          .containsExactly(
              at("09:59:59.999"),
              at("10:00:00.000"),
              at("10:07:00.000"),
              at("10:04:59.999"),
              at("10:05:00.000"),
              at("10:09:59.999"),
              at("10:10:00.000"),
              at("10:11:00.000"));
      assertThat(Given.output(harness).get(3).value()).isEqualTo(new Watermark(at("10:04:59.999")));
    }
  }

  @Test
  void saysNothingOfFilesThatItDoesNotKnow() throws Exception {
    try (var harness = harness(new ReadingClock(1000, Map.of()), null)) {
      RawEvent record = created("10:00:00.000", "/a");
      harness.processElement(record, Long.MIN_VALUE);

      assertThat(texts(harness)).containsExactly(new Timed(at("10:00:00.000"), record.text()));
    }
  }

  @Test
  void passesTheGreatestTimeLessTheDisorderAlsoAfterARestore() throws Exception {
    LiveClock clock = new LiveClock(Duration.ofSeconds(5), LiveClock.UNBOUNDED);
    OperatorSubtaskState state;
    try (var harness = harness(clock, null)) {
      harness.processElement(created("10:00:09.900", "/a"), Long.MIN_VALUE);
      harness.processElement(created("10:00:08.000", "/b"), Long.MIN_VALUE);
      harness.processElement(created("10:00:10.100", "/c"), Long.MIN_VALUE);
      state = harness.snapshot(1, 1);

      assertThat(watermarks(harness)).containsExactly(at("10:00:04.000"), at("10:00:05.000"));
    }
    try (var harness = harness(clock, state)) {
      harness.processElement(created("09:00:00.000", "/d"), Long.MIN_VALUE);

      assertThat(watermarks(harness)).containsExactly(at("10:00:05.000"));
    }
  }

  /** S-1964. */
  @Test
  void waitsForTheFileThatIsBehindAlsoAfterARestore() throws Exception {
    LiveClock clock = new LiveClock(Duration.ofSeconds(5), LiveClock.UNBOUNDED);
    OperatorSubtaskState state;
    try (var harness = harness(clock, null)) {
      harness.processElement(arrived(LATER, "09:50:00.000", "10:00:00.000"), 0);
      harness.processElement(arrived(FileEvents.ORIGIN, "10:00:00.000", "10:00:01.000"), 0);
      harness.processElement(arrived(FileEvents.ORIGIN, "10:00:02.000", "10:00:02.000"), 0);
      state = harness.snapshot(1, 1);

      assertThat(watermarks(harness))
          .containsExactly(at("09:49:55.000"), at("09:49:56.000"), at("09:49:57.000"));
    }
    try (var harness = harness(clock, state)) {
      harness.processElement(arrived(LATER, "09:50:02.000", "10:00:03.000"), 0);

      assertThat(watermarks(harness)).containsExactly(at("09:49:58.000"));
    }
  }

  /** S-1964. */
  @Test
  void aFileThatIsQuietHoldsNoOtherBack() throws Exception {
    LiveClock clock = new LiveClock(Duration.ofSeconds(5), LiveClock.UNBOUNDED);
    try (var harness = harness(clock, null)) {
      harness.processElement(created(LATER, 0, "09:50:00.000", "/a"), Long.MIN_VALUE);
      harness.processElement(created("10:00:00.000", "/b"), Long.MIN_VALUE);
      harness.processElement(created("10:01:00.000", "/c"), Long.MIN_VALUE);

      assertThat(watermarks(harness))
          .containsExactly(at("09:49:55.000"), at("09:59:55.000"), at("10:00:55.000"));
    }
  }

  private static RawEvent arrived(EventOrigin origin, String time, String arrival) {
    return created(origin, 0, time, "/a").withIndexTime(at(arrival));
  }

  @Test
  void doesNotFollowAnEventThatIsTooFarAhead() throws Exception {
    RawEvent ahead = created("12:00:00.000", "/ahead");
    try (var harness = harness(new LiveClock(Duration.ofSeconds(5), Duration.ofHours(1)), null)) {
      harness.processElement(created("10:00:10.000", "/a"), Long.MIN_VALUE);
      harness.processElement(ahead, Long.MIN_VALUE);
      harness.processElement(created("11:00:10.000", "/b"), Long.MIN_VALUE);

      assertThat(watermarks(harness)).containsExactly(at("10:00:05.000"), at("11:00:05.000"));
      assertThat(Given.outcomes(harness))
          .containsExactly(
              new Outcome.Future(
                  EventPosition.of(ahead), at("12:00:00.000"), 2 * 3_600_000 - 10_000));
    }
  }

  private static List<Long> watermarks(
      OneInputStreamOperatorTestHarness<RawEvent, RawEvent> harness) {
    return Given.output(harness).stream()
        .filter(each -> each.value() instanceof Watermark)
        .map(Timed::timeMillis)
        .toList();
  }
}
