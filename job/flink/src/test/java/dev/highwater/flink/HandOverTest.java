package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.at;
import static dev.highwater.flink.FileEvents.created;
import static dev.highwater.flink.FileEvents.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.flink.Given.Timed;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An archive, and partitions behind it from 10:00 on. Rules S-2070, S-2071. */
@SuppressWarnings("try") // the harness declares that close() throws anything
class HandOverTest {

  private static final long RANGE_BYTES = 1000;
  private static final String BEFORE_TEN = "09:59:59.999";

  private final JobContent content = TestDetection.content(TestDetection.of("files"));
  private final MemoryEnds broker = new MemoryEnds();

  private OneInputStreamOperatorTestHarness<RawEvent, RawEvent> harness(
      @Nullable OperatorSubtaskState state) throws Exception {
    ReadingClock archive =
        new ReadingClock(
            RANGE_BYTES,
            Map.of(
                "files.log",
                new long[] {at("09:00:00.000"), at("09:30:00.000"), at("10:20:00.000")}));
    PartitionedClock clock =
        new PartitionedClock(
            new LiveClock(Duration.ofSeconds(5), LiveClock.UNBOUNDED),
            new TreeMap<>(Map.of("logs-0", 7L, "logs-1", 0L)),
            broker,
            new HandOver(at("10:00:00.000"), archive));
    OneInputStreamOperatorTestHarness<RawEvent, RawEvent> harness =
        new OneInputStreamOperatorTestHarness<>(new ParseEvents(content, clock));
    harness.setup();
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  private static void give(
      OneInputStreamOperatorTestHarness<RawEvent, RawEvent> harness, RawEvent... records)
      throws Exception {
    for (RawEvent record : records) {
      harness.processElement(record, Long.MIN_VALUE);
    }
  }

  private static RawEvent archived(int range, String time) {
    return created(FileEvents.ORIGIN, range * RANGE_BYTES, time, "/etc/a");
  }

  private void passSeconds(
      OneInputStreamOperatorTestHarness<RawEvent, RawEvent> harness, int seconds) throws Exception {
    broker.nowMillis += seconds * 1000L;
    harness.setProcessingTime(broker.nowMillis);
  }

  /** Events as {@code 09:00}, how far the stream has come as {@code <09:00:00}. */
  private static String given(OneInputStreamOperatorTestHarness<RawEvent, RawEvent> harness) {
    StringBuilder given = new StringBuilder();
    for (Timed each : Given.output(harness)) {
      String time = Instant.ofEpochMilli(each.timeMillis()).toString().substring(11);
      boolean isPassed = each.value() instanceof Watermark;
      given.append(isPassed ? "<" + time.replace("Z", " ") : time.substring(0, 5) + " ");
    }
    return given.toString().trim();
  }

  private static long ofOtherPart(OneInputStreamOperatorTestHarness<RawEvent, RawEvent> harness)
      throws Exception {
    harness.endInput();
    return Given.ledger(harness).count(Ledger.INPUT, Counter.OTHER_PART);
  }

  @Test
  void eachEventCountsInOnePartOfTheInput() throws Exception {
    try (var harness = harness(null)) {
      give(harness, archived(0, "09:00:00.000"), archived(0, BEFORE_TEN));
      give(harness, archived(0, "10:00:00.000"), archived(1, "09:30:00.000"));
      give(harness, HandOver.mark());
      give(harness, read("logs-0", 7, BEFORE_TEN), read("logs-1", 0, "09:30:00.000"));
      give(harness, read("logs-0", 8, "10:00:00.000"), read("logs-1", 1, "10:10:00.000"));
      assertThat(given(harness))
          .isEqualTo("<08:59:59.999 09:00 09:59 <09:29:59.999 09:30 <09:59:55 10:00 10:10");
      assertThat(ofOtherPart(harness)).isEqualTo(3);
      assertThat(Given.ledger(harness).count(Ledger.INPUT, Counter.READ)).isEqualTo(8);
    }
  }

  @Test
  void anArchiveThatGoesOnBehindTheHandOverLetsNobodyComeFurther() throws Exception {
    try (var harness = harness(null)) {
      give(harness, archived(1, "09:30:00.000"), archived(2, "10:20:00.000"), HandOver.mark());
      give(harness, read("logs-0", 7, "10:00:00.000"), read("logs-1", 0, "10:00:06.000"));
      assertThat(given(harness)).isEqualTo("<09:29:59.999 09:30 <09:59:59.999 10:00 10:00");
    }
  }

  @Test
  void whileTheArchiveIsReadNoTimeOfDayPasses() throws Exception {
    broker.ends.putAll(Map.of("logs-0", 7L, "logs-1", 0L));
    try (var harness = harness(null)) {
      give(harness, archived(0, "09:00:00.000"));
      passSeconds(harness, 3600);
      passSeconds(harness, 3600);
      give(harness, archived(1, "09:30:00.000"));
      assertThat(given(harness)).isEqualTo("<08:59:59.999 09:00 <09:29:59.999 09:30");
    }
  }

  @Test
  void silentPartitionsGoOnFromTheHandOverWithTheTimeOfDay() throws Exception {
    broker.ends.putAll(Map.of("logs-0", 7L, "logs-1", 0L));
    try (var harness = harness(null)) {
      give(harness, HandOver.mark());
      passSeconds(harness, 3600);
      passSeconds(harness, 20);
      assertThat(given(harness)).isEqualTo("<09:59:55 <10:00:15");
    }
  }

  @Test
  void anEmptyPartitionHoldsTheOthersBackForAMinute() throws Exception {
    broker.ends.put("logs-1", 0L);
    try (var harness = harness(null)) {
      give(harness, HandOver.mark(), read("logs-0", 7, "10:30:00.000"));
      passSeconds(harness, 3600);
      passSeconds(harness, 59);
      passSeconds(harness, 1);
      assertThat(given(harness)).isEqualTo("<09:59:55 10:30 <10:00:54 <10:29:55");
    }
  }

  @Test
  void aPartitionOfWhichNotAllIsReadHoldsTheOthersBackAtTheHandOver() throws Exception {
    broker.ends.putAll(Map.of("logs-0", 7L, "logs-1", 1L));
    try (var harness = harness(null)) {
      give(harness, HandOver.mark());
      passSeconds(harness, 3600);
      passSeconds(harness, 3600);
      give(harness, read("logs-1", 0, "10:00:30.000"));
      assertThat(given(harness)).isEqualTo("<09:59:55 10:00 <10:00:25");
    }
  }

  @Test
  void theArchiveIsReadOnAfterARestore() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(null)) {
      give(harness, archived(0, "09:00:00.000"));
      state = harness.snapshot(1, 1);
    }
    try (var harness = harness(state)) {
      give(harness, archived(1, "09:30:00.000"), archived(1, "10:00:00.000"), HandOver.mark());
      give(harness, read("logs-0", 7, BEFORE_TEN));
      assertThat(given(harness)).isEqualTo("<09:29:59.999 09:30 <09:59:55");
      assertThat(ofOtherPart(harness)).isEqualTo(2);
    }
  }

  @Test
  void whatIsHandedOverStaysSoAfterARestore() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(null)) {
      give(harness, HandOver.mark(), read("logs-0", 7, "10:00:30.000"));
      state = harness.snapshot(1, 1);
    }
    broker.ends.putAll(Map.of("logs-0", 8L, "logs-1", 1L));
    try (var harness = harness(state)) {
      give(harness, read("logs-1", 0, BEFORE_TEN), read("logs-1", 0, "10:00:20.000"));
      passSeconds(harness, 1);
      passSeconds(harness, 5);
      assertThat(given(harness)).isEqualTo("<09:59:55 10:00 <10:00:15 <10:00:20");
      assertThat(ofOtherPart(harness)).isEqualTo(1);
    }
  }
}
