package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.Throttling;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.Throttle;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.schedule.SearchWindow;
import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.CarriedSerializer;
import dev.highwater.flink.type.FindingSerializer;
import dev.highwater.flink.type.ScopedFinding;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules S-432, S-434, S-1406. */
@SuppressWarnings("try") // the harness declares that close() throws anything
class ThrottleFindingsTest {

  private final JobContent content =
      TestDetection.content(
          TestDetection.of("files").throttledBy(new Throttling(List.of("dest"), 20 * 60_000)));

  private KeyedOneInputStreamOperatorTestHarness<String, Carried<ScopedFinding>, Carried<Finding>>
      harness(@Nullable OperatorSubtaskState state) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new ThrottleFindings(content), new ThrottleScope(), Types.STRING);
    harness.setup(new CarriedSerializer<>(new FindingSerializer()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  private Carried<ScopedFinding> scoped(Finding finding) {
    return Carried.of(
        new ScopedFinding(new Throttle(content.detections()).scopeOf(finding), finding));
  }

  private static Finding finding(String time, String id, String dest) {
    Row row = new Row();
    row.set("dest", FieldValue.of(dest));
    return new Finding(
        id,
        Finding.Status.FINAL,
        0,
        "Files of files",
        "files",
        1,
        "TTP",
        new SearchWindow(at(time), at(time) - 600_000, at(time)),
        row);
  }

  private static List<String> passed(
      KeyedOneInputStreamOperatorTestHarness<String, Carried<ScopedFinding>, Carried<Finding>>
          harness) {
    return Given.values(harness.extractOutputValues()).stream().map(Finding::findingId).toList();
  }

  @Test
  void judgesTheFindingsOfATimeInTheirOrderWhenAllAreHere() throws Exception {
    Finding second = finding("10:10:00.000", "2", "web");
    try (var harness = harness(null)) {
      harness.processElement(scoped(second), at("10:10:00.000"));
      harness.processElement(scoped(finding("10:10:00.000", "1", "web")), at("10:10:00.000"));

      assertThat(passed(harness)).isEmpty();

      harness.processWatermark(at("10:10:00.000"));
      harness.endInput();

      assertThat(passed(harness)).containsExactly("1");
      assertThat(Given.outcomes(harness))
          .filteredOn(Outcome.Suppressed.class::isInstance)
          .extracting(outcome -> ((Outcome.Suppressed) outcome).finding())
          .containsExactly(second);
      assertThat(Given.ledger(harness).count("files", Counter.SUPPRESSED)).isEqualTo(1);
    }
  }

  @Test
  void remembersOverARestoreUntilThePeriodEndsAndThenForgets() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(null)) {
      harness.processElement(scoped(finding("10:10:00.000", "1", "web")), at("10:10:00.000"));
      harness.processWatermark(at("10:10:00.000"));
      state = harness.snapshot(1, 1);
    }
    try (var harness = harness(state)) {
      harness.processElement(scoped(finding("10:20:00.000", "2", "web")), at("10:20:00.000"));
      harness.processElement(scoped(finding("10:30:00.000", "3", "web")), at("10:30:00.000"));
      harness.processWatermark(at("10:30:00.000"));

      assertThat(passed(harness)).containsExactly("3");

      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }
}
