package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.at;
import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.RunningContent;
import dev.highwater.engine.content.Throttling;
import dev.highwater.engine.detect.RiskRecord;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.finding.Finding;
import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.CarriedSerializer;
import dev.highwater.flink.type.ContentChange;
import dev.highwater.flink.type.RoutedGroupSerializer;
import dev.highwater.flink.type.ScopedFinding;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Word of other content reaches every subtask once, before what is of it. */
@SuppressWarnings("try") // the harnesses declare that close() throws anything
class ContentPassedOnTest {

  private static final JobContent CONTENT = TestDetection.content(TestDetection.of("files"));

  private static ContentChange change(int number, TestDetection... detections) {
    RunningContent running = TestDetection.content(detections).running();
    return ContentChange.of(new RunningContent(number, running.layers()));
  }

  private static <T> Carried<T> word(ContentChange change) {
    return new Carried.Change<>("", change);
  }

  private static List<ContentChange> passed(AbstractStreamOperatorTestHarness<?> harness) {
    return Given.output(harness).stream().flatMap(each -> changes(each.value()).stream()).toList();
  }

  private static <T> List<ContentChange> passed(
      AbstractStreamOperatorTestHarness<?> harness, OutputTag<Carried<T>> tag) {
    var side = harness.getSideOutput(tag);
    return side == null
        ? List.of()
        : side.stream()
            .map(StreamRecord::getValue)
            .flatMap(each -> changes(each).stream())
            .toList();
  }

  private static List<ContentChange> changes(@Nullable Object value) {
    return value instanceof Carried.Change<?> change ? List.of(change.change()) : List.of();
  }

  @Test
  void aggregationGivesWhatItHoldsAndThenTellsAllReceivers() throws Exception {
    ContentChange other = change(1, TestDetection.of("files"), TestDetection.of("other"));
    try (var harness =
        new OneInputStreamOperatorTestHarness<>(
            new AggregateSlices(CONTENT, false, 3), 128, 1, 0)) {
      harness.setup(new CarriedSerializer<>(new RoutedGroupSerializer()));
      harness.open();
      for (RoutedGroup group : Routing.groups(CONTENT, created("10:01:00.000", "/etc/a.service"))) {
        harness.processElement(Carried.of(group), group.timeMillis());
      }
      harness.processElement(new StreamRecord<>(word(other)));
      harness.processElement(new StreamRecord<>(word(other)));

      assertThat(Given.output(harness)).hasSize(4);
      assertThat(Given.output(harness).get(0).value()).isInstanceOf(RoutedGroup.class);
      assertThat(passed(harness)).containsExactly(other, other, other);
    }
  }

  @Test
  void runsTellBothWaysAndFindByTheOtherContent() throws Exception {
    ContentChange other =
        change(
            1,
            TestDetection.of("files"),
            TestDetection.of("other").throttledBy(new Throttling(List.of("dest"), 60_000)));
    try (RunSearchesHarness harness = RunSearchesHarness.streaming(CONTENT)) {
      harness.processElement(new StreamRecord<>(word(other)));
      harness.processElement(new StreamRecord<>(word(change(0))));
      JobContent changed = CONTENT.with(other);
      for (RoutedGroup group : Routing.groups(changed, created("10:01:00.000", "/etc/a.service"))) {
        harness.processElement(group, group.timeMillis());
      }
      harness.watermark("10:10:00.000");

      assertThat(passed(harness)).containsExactly(other);
      assertThat(passed(harness, RunOutput.THROTTLED)).containsExactly(other);
      assertThat(harness.findings()).extracting(Finding::detectionId).containsExactly("files");
      assertThat(harness.getSideOutput(RunOutput.THROTTLED)).hasSize(2);
    }
  }

  @Test
  void whatHoldsFindingsBackTellsWhatRaisesThem() throws Exception {
    ContentChange other = change(1, TestDetection.of("other"));
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new ThrottleFindings(CONTENT), new ThrottleScope(), Types.STRING)) {
      harness.open();
      harness.processElement(new StreamRecord<>(word(other)));
      harness.processElement(new StreamRecord<Carried<ScopedFinding>>(word(other)));

      assertThat(passed(harness)).containsExactly(other);
    }
  }

  @Test
  void whatRaisesFindingsTellsWhatRoutesRisk() throws Exception {
    ContentChange other = change(1, TestDetection.of("other"));
    try (var harness = new OneInputStreamOperatorTestHarness<>(new RaiseFindings(CONTENT))) {
      harness.open();
      harness.processElement(new StreamRecord<Carried<Finding>>(word(other)));

      assertThat(passed(harness, RaiseFindings.RISK)).containsExactly(other);
    }
  }

  @Test
  void whatRoutesRiskTellsOnceThoughItHearsItTwice() throws Exception {
    ContentChange other = change(1, TestDetection.of("other"));
    try (var harness =
        new OneInputStreamOperatorTestHarness<>(new RouteRisk(CONTENT, Integer.MAX_VALUE))) {
      harness.open();
      harness.processElement(new StreamRecord<Carried<RiskRecord>>(word(other)));
      harness.processElement(new StreamRecord<Carried<RiskRecord>>(word(other)));

      assertThat(passed(harness)).containsExactly(other);
    }
  }

  @Test
  void aJobThatBeginsWithOtherContentThanItWasKeptWithChangesToThat() throws Exception {
    JobContent other = TestDetection.content(TestDetection.of("files").fileName("*.conf"));
    try (ChangingContent job = new ChangingContent(CONTENT)) {
      job.read(created("10:01:00.000", "/etc/a.service"));
      job.watermark(at("10:01:00.000"));
      job.restart(other);
      job.read(created("10:02:00.000", "/etc/b.service"));
      job.read(created("10:03:00.000", "/etc/c.conf"));
      job.read(created("10:13:00.000", "/etc/d.conf"));
      job.watermark(Long.MAX_VALUE);

      assertThat(job.findings())
          .extracting(each -> String.valueOf(each.row().get("file_name")))
          .containsExactlyInAnyOrder("a.service", "b.service", "d.conf");
      assertThat(job.hasNothingLeft()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 128})
  void eachSubtaskHasAKey(int subtasks) {
    List<Integer> receivers = new ArrayList<>();
    for (String key : SubtaskKeys.of(subtasks, 128)) {
      receivers.add(KeyGroupRangeAssignment.assignKeyToParallelOperator(key, 128, subtasks));
    }
    assertThat(receivers).hasSize(subtasks).doesNotHaveDuplicates();
  }
}
