package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.at;
import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.flink.Given.Timed;
import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.CarriedSerializer;
import dev.highwater.flink.type.RoutedGroupSerializer;
import java.util.List;
import java.util.Objects;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness declares that close() throws anything
class AggregateSlicesTest {

  private static final int CAPACITY = 4096;
  private static final String SSH = "/lib/systemd/system/ssh.service";
  private static final String NGINX = "/lib/systemd/system/nginx.service";

  private final JobContent content = TestDetection.content(TestDetection.of("files"));
  private final List<RoutedGroup> groups =
      Routing.groups(
          content,
          created("10:01:00.000", SSH),
          created("10:02:00.000", SSH),
          created("10:11:00.000", SSH),
          created("10:03:00.000", NGINX));

  private OneInputStreamOperatorTestHarness<Carried<RoutedGroup>, Carried<RoutedGroup>> reading(
      List<RoutedGroup> read) throws Exception {
    OneInputStreamOperatorTestHarness<Carried<RoutedGroup>, Carried<RoutedGroup>> harness =
        new OneInputStreamOperatorTestHarness<>(new AggregateSlices(content, false, 1));
    harness.setup(new CarriedSerializer<>(new RoutedGroupSerializer()));
    harness.open();
    for (RoutedGroup group : read) {
      harness.processElement(Carried.of(group), group.timeMillis());
    }
    return harness;
  }

  /** The first two as one; the others alone in their slice or group. */
  private Timed[] merged() {
    RoutedGroup first = groups.get(0);
    RoutedGroup both =
        new RoutedGroup(
            "files",
            "files",
            0,
            first.partitionKey(),
            first.timeMillis(),
            first.sliceMillis(),
            first.key(),
            List.of(
                FieldValue.of(2),
                FieldValue.of(at("10:01:00.000") / 1000.0),
                FieldValue.of(at("10:02:00.000") / 1000.0),
                Objects.requireNonNull(first.partials().get(3))), // both stand at one place
            null);
    return new Timed[] {timed(both), timed(groups.get(2)), timed(groups.get(3))};
  }

  private static Timed timed(RoutedGroup group) {
    return new Timed(group.timeMillis(), group);
  }

  @Test
  void holdsWhatItMergesUntilSomethingAsksForIt() throws Exception {
    try (var harness = reading(groups)) {
      assertThat(Given.output(harness)).isEmpty();
    }
  }

  @Test
  void givesAllBeforeAWatermark() throws Exception {
    try (var harness = reading(groups)) {
      harness.processWatermark(5);

      assertThat(Given.output(harness)).hasSize(4).endsWith(new Timed(5, new Watermark(5)));
      assertThat(Given.output(harness).subList(0, 3)).containsExactlyInAnyOrder(merged());
    }
  }

  @Test
  void givesAllBeforeABarrierSoThatItHasNoState() throws Exception {
    try (var harness = reading(groups)) {
      harness.prepareSnapshotPreBarrier(1);

      assertThat(Given.output(harness)).containsExactlyInAnyOrder(merged());
      assertThat(harness.snapshot(1, 1).hasState()).isFalse();
    }
  }

  @Test
  void givesAllAtTheEndAndOnce() throws Exception {
    try (var harness = reading(groups)) {
      harness.endInput();
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(Given.output(harness)).hasSize(4).contains(merged());
    }
  }

  @Test
  void givesAllWhenItIsFull() throws Exception {
    RoutedGroup first = groups.get(0);
    try (var harness = reading(List.of())) {
      for (int i = 0; i < CAPACITY; i++) {
        harness.processElement(Carried.of(withKey(first, i)), 0);
        harness.processElement(Carried.of(withKey(first, i)), 0);
      }

      assertThat(Given.output(harness)).isEmpty();

      harness.processElement(Carried.of(withKey(first, CAPACITY)), 0);

      assertThat(Given.output(harness)).hasSize(CAPACITY);

      harness.endInput();

      assertThat(Given.output(harness)).hasSize(CAPACITY + 1);
    }
  }

  private static RoutedGroup withKey(RoutedGroup group, int number) {
    return new RoutedGroup(
        group.detection(),
        group.scope(),
        group.scan(),
        group.partitionKey(),
        group.timeMillis(),
        group.sliceMillis(),
        List.of(FieldValue.of("web-01"), FieldValue.of(number + ".service")),
        group.partials(),
        null);
  }
}
