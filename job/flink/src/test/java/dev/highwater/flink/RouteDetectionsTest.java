package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.at;
import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.flink.Given.Timed;
import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.CarriedSerializer;
import dev.highwater.flink.type.RoutedGroupSerializer;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness declares that close() throws anything
class RouteDetectionsTest {

  private static final RawEvent SSH = created("10:01:00.000", "/lib/systemd/system/ssh.service");
  private static final RawEvent NOTES = created("10:02:00.000", "/tmp/notes.txt");

  private final JobContent content =
      TestDetection.content(TestDetection.of("files"), TestDetection.of("all").fileName("*"));

  private OneInputStreamOperatorTestHarness<RawEvent, Carried<RoutedGroup>> harness(
      @Nullable OperatorSubtaskState state) throws Exception {
    return harness(content, state);
  }

  private static OneInputStreamOperatorTestHarness<RawEvent, Carried<RoutedGroup>> harness(
      JobContent content, @Nullable OperatorSubtaskState state) throws Exception {
    OneInputStreamOperatorTestHarness<RawEvent, Carried<RoutedGroup>> harness =
        new OneInputStreamOperatorTestHarness<>(new RouteDetections(content, null));
    harness.setup(new CarriedSerializer<>(new RoutedGroupSerializer()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  @Test
  void givesEachDetectionItsGroupsAtTheEventsTime() throws Exception {
    try (var harness = harness(null)) {
      harness.processElement(SSH, at("10:01:00.000"));
      harness.processElement(NOTES, at("10:02:00.000"));

      Stream<Timed> expected =
          Routing.groups(content, SSH, NOTES).stream()
              .map(group -> new Timed(group.timeMillis(), group));
      assertThat(Given.output(harness)).hasSize(3).containsExactlyElementsOf(expected.toList());
    }
  }

  @Test
  void countsTheFunnelOfEachDetectionOverARestore() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(null)) {
      harness.processElement(SSH, at("10:01:00.000"));
      state = harness.snapshot(1, 1);
    }
    try (var harness = harness(state)) {
      harness.processElement(NOTES, at("10:02:00.000"));
      harness.endInput();

      Ledger ledger = Given.ledger(harness);
      assertThat(Given.outcomes(harness)).hasSize(1);
      assertThat(ledger.count("files", Counter.SEEN)).isEqualTo(2);
      assertThat(ledger.count("files", Counter.ENTERED)).isEqualTo(2);
      assertThat(ledger.count("files", Counter.MATCHED)).isEqualTo(1);
      assertThat(ledger.count("all", Counter.MATCHED)).isEqualTo(2);
      assertThat(ledger.count(Ledger.INPUT, Counter.FIRST_TIME)).isEqualTo(at("10:01:00.000"));
      assertThat(ledger.count(Ledger.INPUT, Counter.LAST_TIME)).isEqualTo(at("10:02:00.000"));
    }
  }

  @Test
  void seedsOverAllTimesThatWereReadAlsoBeforeARestore() throws Exception {
    JobContent counting =
        TestDetection.content(
            TestDetection.of("files")
                .searchedBy("| tstats count from datamodel=Endpoint.Filesystem"));
    OperatorSubtaskState state;
    try (var harness = harness(counting, null)) {
      harness.processElement(SSH, at("10:01:00.000"));
      state = harness.snapshot(1, 1);
    }
    try (var harness = harness(counting, state)) {
      harness.processWatermark(at("10:05:00.000"));

      assertThat(Given.output(harness))
          .contains(
              new Timed(
                  Long.MIN_VALUE,
                  RoutedGroup.seed("files", "files", at("10:01:00.000"), at("10:05:00.000"))));
    }
  }

  @Test
  void saysWhereAnEventStandsThatMayBeLateAlsoAfterARestore() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(null)) {
      harness.processWatermark(at("10:10:00.000"));
      state = harness.snapshot(1, 1);
    }
    try (var harness = harness(state)) {
      harness.processElement(SSH, at("10:01:00.000"));
      harness.processElement(NOTES, at("10:11:00.000"));

      assertThat(Given.values(harness.extractOutputValues()))
          .extracting(RoutedGroup::position)
          .containsExactly(EventPosition.of(SSH), EventPosition.of(SSH), null);
    }
  }
}
