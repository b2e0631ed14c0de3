package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.at;
import static dev.highwater.flink.FileEvents.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.engine.event.RawEvent;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules S-1964, S-2045, S-2060. */
@SuppressWarnings("try") // the harness declares that close() throws anything
class PartitionedEventsTest {

  private static final LiveClock LIVE = new LiveClock(Duration.ofSeconds(5), LiveClock.UNBOUNDED);

  private final JobContent content = TestDetection.content(TestDetection.of("files"));
  private final MemoryEnds broker = new MemoryEnds();

  private OneInputStreamOperatorTestHarness<RawEvent, RawEvent> harness(
      @Nullable OperatorSubtaskState state) throws Exception {
    TreeMap<String, Long> starts = new TreeMap<>(Map.of("logs-0", 0L, "logs-1", 0L));
    OneInputStreamOperatorTestHarness<RawEvent, RawEvent> harness =
        new OneInputStreamOperatorTestHarness<>(
            new ParseEvents(content, new PartitionedClock(LIVE, starts, broker)));
    harness.setup();
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  private void passSeconds(
      OneInputStreamOperatorTestHarness<RawEvent, RawEvent> harness, int seconds) throws Exception {
    broker.nowMillis += seconds * 1000L;
    harness.setProcessingTime(broker.nowMillis);
  }

  private static Set<Long> passed(OneInputStreamOperatorTestHarness<?, ?> harness) {
    return harness.getOutput().stream()
        .filter(Watermark.class::isInstance)
        .map(each -> ((Watermark) each).getTimestamp())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Test
  void aPartitionOfWhichNothingHasBeenReadHoldsTheOthersBack() throws Exception {
    try (var harness = harness(null)) {
      harness.processElement(read("logs-0", 0, "10:00:30.000"), Long.MIN_VALUE);
      passSeconds(harness, 300);
      assertThat(passed(harness)).isEmpty();
      harness.processElement(read("logs-1", 0, "10:00:20.000"), Long.MIN_VALUE);
      assertThat(passed(harness)).containsExactly(at("10:00:15.000"));
    }
  }

  @Test
  void aPartitionThatIsEmptyHoldsNobodyBack() throws Exception {
    broker.ends.put("logs-1", 0L);
    try (var harness = harness(null)) {
      harness.processElement(read("logs-0", 0, "10:00:30.000"), Long.MIN_VALUE);
      passSeconds(harness, 1);
      assertThat(passed(harness)).containsExactly(at("10:00:25.000"));
    }
  }

  @Test
  void whereAllIsReadTheStreamGoesOnWithTheTimeOfDay() throws Exception {
    broker.ends.putAll(Map.of("logs-0", 1L, "logs-1", 1L));
    try (var harness = harness(null)) {
      harness.processElement(read("logs-0", 0, "10:00:30.000"), Long.MIN_VALUE);
      harness.processElement(read("logs-1", 0, "10:00:20.000"), Long.MIN_VALUE);
      passSeconds(harness, 1);
      passSeconds(harness, 10);
      assertThat(passed(harness)).containsExactly(at("10:00:15.000"), at("10:00:25.000"));
    }
  }

  @Test
  void aPartitionThatIsNotReadToItsEndWaitsHoweverLongItTakes() throws Exception {
    broker.ends.putAll(Map.of("logs-0", 1L, "logs-1", 2L));
    try (var harness = harness(null)) {
      harness.processElement(read("logs-0", 0, "10:00:30.000"), Long.MIN_VALUE);
      harness.processElement(read("logs-1", 0, "10:00:20.000"), Long.MIN_VALUE);
      passSeconds(harness, 3600);
      passSeconds(harness, 3600);
      assertThat(passed(harness)).containsExactly(at("10:00:15.000"));
    }
  }

  @Test
  void whatHasBeenReadIsKnownAfterARestore() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(null)) {
      harness.processElement(read("logs-0", 0, "10:00:30.000"), Long.MIN_VALUE);
      harness.processElement(read("logs-1", 0, "10:00:20.000"), Long.MIN_VALUE);
      state = harness.snapshot(1, 1);
    }
    broker.ends.putAll(Map.of("logs-0", 1L, "logs-1", 1L));
    try (var harness = harness(state)) {
      passSeconds(harness, 1);
      passSeconds(harness, 5);
      assertThat(passed(harness)).containsExactly(at("10:00:15.000"), at("10:00:20.000"));
    }
  }

  @Test
  void aReaderFailsWhereNobodyLooksAnyMore() throws Exception {
    try (var harness = harness(null)) {
      broker.isWatched = false;
      assertThatThrownBy(() -> passSeconds(harness, 1)).hasMessageContaining("nobody looks");
    }
  }
}
