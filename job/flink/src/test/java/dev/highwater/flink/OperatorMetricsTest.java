package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.at;
import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.CarriedSerializer;
import dev.highwater.flink.type.FindingSerializer;
import dev.highwater.flink.type.RoutedGroupSerializer;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness declares that close() throws anything
class OperatorMetricsTest {

  private static final RawEvent SSH = created("10:01:00.000", "/lib/systemd/system/ssh.service");

  private final JobContent content = TestDetection.content(TestDetection.of("files"));

  private OneInputStreamOperatorTestHarness<RawEvent, RawEvent> parsing(ShownMetrics shown)
      throws Exception {
    OneInputStreamOperatorTestHarness<RawEvent, RawEvent> harness =
        new OneInputStreamOperatorTestHarness<>(
            new ParseEvents(content, null), shown.environment());
    harness.setup();
    harness.open();
    return harness;
  }

  private OneInputStreamOperatorTestHarness<RawEvent, Carried<RoutedGroup>> routing(
      ShownMetrics shown, @Nullable OperatorSubtaskState state) throws Exception {
    OneInputStreamOperatorTestHarness<RawEvent, Carried<RoutedGroup>> harness =
        new OneInputStreamOperatorTestHarness<>(
            new RouteDetections(content, null), shown.environment());
    harness.setup(new CarriedSerializer<>(new RoutedGroupSerializer()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  @Test
  void whatIsReadIsShownBySourcetypeAtOnceAndInAllALittleLater() throws Exception {
    ShownMetrics shown = new ShownMetrics();
    RawEvent garbage = FileEvents.text("no time here");
    String sourcetype = SSH.origin().sourcetype();
    try (var harness = parsing(shown)) {
      harness.setProcessingTime(0);
      harness.processElement(SSH, Long.MIN_VALUE);
      harness.processElement(garbage, Long.MIN_VALUE);
      Map<String, Long> atOnce =
          Map.of(
              "sourcetype_events{sourcetype=" + sourcetype + "}",
              2L,
              "sourcetype_bytes{sourcetype=" + sourcetype + "}",
              SSH.length() + garbage.length() + 2L);

      assertThat(shown.values()).isEqualTo(atOnce);

      harness.setProcessingTime(5_000);

      assertThat(shown.values())
          .containsAllEntriesOf(atOnce)
          .containsEntry("eventsRead", 2L)
          .containsEntry("eventsUnparsable", 1L)
          .hasSize(4);
    }
  }

  @Test
  void whatIsCountedOfADetectionIsShownUnderItsNameAlsoAfterARestore() throws Exception {
    OperatorSubtaskState state;
    try (var harness = routing(new ShownMetrics(), null)) {
      harness.processElement(SSH, at("10:01:00.000"));
      state = harness.snapshot(1, 1);
    }
    ShownMetrics shown = new ShownMetrics();
    String revision = "revision_detections{revision=" + content.revisionId() + "}";
    try (var harness = routing(shown, state)) {
      assertThat(shown.values())
          .isEqualTo(
              Map.of(
                  revision,
                  1L,
                  "lastEventTime",
                  at("10:01:00.000"),
                  "eventsOutside",
                  0L,
                  "matchesGivenUp",
                  0L,
                  "detection_eventsEntered{detection=Files of files}",
                  1L,
                  "detection_eventsMatched{detection=Files of files}",
                  1L));

      harness.processElement(SSH, at("10:02:00.000"));
      harness.endInput();

      assertThat(shown.values())
          .containsAllEntriesOf(
              Map.of(
                  revision,
                  1L,
                  "lastEventTime",
                  at("10:02:00.000"),
                  "eventsOutside",
                  0L,
                  "matchesGivenUp",
                  0L,
                  "detection_eventsEntered{detection=Files of files}",
                  2L,
                  "detection_eventsMatched{detection=Files of files}",
                  2L))
          .containsKey("detection_headNanos{detection=Files of files}")
          .hasSize(7);
    }
  }

  @Test
  void runsAreShownWithTheirRowsAndTheMostThatWasStored() throws Exception {
    ShownMetrics shown = new ShownMetrics();
    try (var harness = running(shown)) {
      harness.open();
      for (RoutedGroup group : Routing.groups(content, SSH)) {
        harness.processElement(Carried.of(group), group.timeMillis());
      }
      harness.processWatermark(at("10:10:00.000"));
      harness.endInput();

      assertThat(shown.values())
          .containsEntry("runs", 1L)
          .containsEntry("mostStoredSlices", 1L)
          .containsEntry("storedSlices", 0L)
          .containsEntry("storedBytes", 0L)
          .containsEntry("detection_rows{detection=Files of files}", 1L)
          .containsKeys("mostStoredBytes", "detection_runNanos{detection=Files of files}")
          .hasSize(7);
    }
  }

  @Test
  void whatIsStoredIsKnownAfterARestoreAndGoneWhenItIsDropped() throws Exception {
    OperatorSubtaskState state;
    try (var harness = running(new ShownMetrics())) {
      harness.open();
      for (RoutedGroup group : Routing.groups(content, SSH)) {
        harness.processElement(Carried.of(group), group.timeMillis());
      }
      state = harness.snapshot(1, 1);
    }
    ShownMetrics shown = new ShownMetrics();
    try (var harness = running(shown)) {
      harness.initializeState(state);
      harness.open();
      assertThat(shown.values()).containsEntry("storedSlices", 1L);

      harness.processWatermark(at("13:00:00.000"));
      harness.endInput();
      assertThat(shown.values()).containsEntry("storedSlices", 0L).containsEntry("storedBytes", 0L);
    }
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Carried<RoutedGroup>, Carried<Finding>>
      running(ShownMetrics shown) throws Exception {
    KeyedOneInputStreamOperatorTestHarness<String, Carried<RoutedGroup>, Carried<Finding>> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new RunSearches(content, false, RunLimits.DEFAULT, 0, false),
            new GroupPartition(),
            Types.STRING,
            shown.environment());
    harness.setup(new CarriedSerializer<>(new FindingSerializer()));
    return harness;
  }

  @Test
  void sourcetypesWithoutEndAreShownAsOthers() throws Exception {
    ShownMetrics shown = new ShownMetrics();
    try (var harness = parsing(shown)) {
      for (int i = 0; i < SourcetypeMetrics.MOST + 2; i++) {
        EventOrigin origin = SSH.origin().withSourcetype("sourcetype " + i);
        harness.processElement(created(origin, i, "10:01:00.000", "/etc/a"), Long.MIN_VALUE);
      }
      assertThat(shown.values())
          .containsEntry("sourcetype_events{sourcetype=sourcetype 199}", 1L)
          .containsEntry("sourcetype_events{sourcetype=(others)}", 2L)
          .doesNotContainKey("sourcetype_events{sourcetype=sourcetype 200}");
    }
  }
}
