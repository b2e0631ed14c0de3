package dev.highwater.flink;

import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RecordTimes;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.CarriedSerializer;
import dev.highwater.flink.type.RoutedGroupSerializer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** The operators from events to runs, one behind the other, whose content may change. */
@SuppressWarnings("try") // the harnesses declare that close() throws anything
final class ChangingContent implements AutoCloseable {

  private static final long LOOK_MILLIS = 200;

  private final JobContent shipped;
  private final Queue<OfferedContent> offers = new ArrayDeque<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final RecordTimes times;
  private OneInputStreamOperatorTestHarness<RawEvent, Carried<RoutedGroup>> routing;
  private OneInputStreamOperatorTestHarness<Carried<RoutedGroup>, Carried<RoutedGroup>> aggregating;
  private RunSearchesHarness runs;
  private long now;

  ChangingContent(JobContent shipped) throws Exception {
    this.shipped = shipped;
    this.times = new RecordTimes(shipped.detections().knowledge().addOns());
    this.routing = routing(shipped, null);
    this.aggregating = aggregating(shipped);
    this.runs = RunSearchesHarness.streaming(shipped);
  }

  private OneInputStreamOperatorTestHarness<RawEvent, Carried<RoutedGroup>> routing(
      JobContent content, @Nullable OperatorSubtaskState state) throws Exception {
    return open(
        new RouteDetections(content, new LiveContent(new Offers(offers), 1, 0, 100)), state);
  }

  private static OneInputStreamOperatorTestHarness<Carried<RoutedGroup>, Carried<RoutedGroup>>
      aggregating(JobContent content) throws Exception {
    return open(new AggregateSlices(content, false, 1), null);
  }

  private static <I> OneInputStreamOperatorTestHarness<I, Carried<RoutedGroup>> open(
      OneInputStreamOperator<I, Carried<RoutedGroup>> operator,
      @Nullable OperatorSubtaskState state)
      throws Exception {
    var harness = new OneInputStreamOperatorTestHarness<>(operator);
    harness.setup(new CarriedSerializer<>(new RoutedGroupSerializer()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  /** Gives offers away that a test has made. */
  @SuppressWarnings("serial") // the harness does not serialize it
  private record Offers(Queue<OfferedContent> offers) implements ContentFeed {

    @Override
    public Watch watch(JobContent shipped, @Nullable PlaceDatabase places) {
      return new Watch() {
        @Override
        public @Nullable OfferedContent poll() {
          return offers.poll();
        }

        @Override
        public void close() {}
      };
    }
  }

  /** Offers content, which is looked at before anything else comes. */
  void offer(JobContent content, Set<String> refused, boolean finishes) throws Exception {
    ContentRevision revision = content.running().newest().revision();
    offers.add(
        new OfferedContent("test/", revision, refused, true, List.of(), Long.MIN_VALUE, finishes));
    now += LOOK_MILLIS;
    routing.setProcessingTime(now);
    pass();
  }

  void read(RawEvent raw) throws Exception {
    routing.processElement(raw, times.timeOf(raw));
    pass();
  }

  void watermark(long millis) throws Exception {
    routing.processWatermark(millis);
    pass();
    aggregating.processWatermark(millis);
    pass();
    runs.processWatermark(millis);
  }

  /** Ends, and begins again from what was kept. */
  void restart(JobContent content) throws Exception {
    aggregating.prepareSnapshotPreBarrier(1);
    pass();
    OperatorSubtaskState routed = routing.snapshot(1, 1);
    OperatorSubtaskState stored = runs.snapshot(1, 1);
    take();
    close();
    routing = routing(content, routed);
    aggregating = aggregating(content);
    runs = RunSearchesHarness.restored(content, stored);
    now = 0;
  }

  JobContent shipped() {
    return shipped;
  }

  private void pass() throws Exception {
    for (StreamRecord<Carried<RoutedGroup>> each : taken(routing)) {
      aggregating.processElement(each);
    }
    for (StreamRecord<Carried<RoutedGroup>> each : taken(aggregating)) {
      runs.processElement(each);
    }
  }

  private static List<StreamRecord<Carried<RoutedGroup>>> taken(
      OneInputStreamOperatorTestHarness<?, Carried<RoutedGroup>> harness) {
    List<StreamRecord<Carried<RoutedGroup>>> taken = new ArrayList<>();
    for (StreamRecord<? extends Carried<RoutedGroup>> each : harness.extractOutputStreamRecords()) {
      taken.add(
          each.hasTimestamp()
              ? new StreamRecord<>(each.getValue(), each.getTimestamp())
              : new StreamRecord<>(each.getValue()));
    }
    harness.getOutput().clear();
    return taken;
  }

  private void take() {
    findings.addAll(runs.findings());
    outcomes.addAll(Given.outcomes(routing));
    outcomes.addAll(Given.outcomes(runs));
  }

  /** All that was found; nothing may be read any more. */
  List<Finding> findings() {
    take();
    return findings;
  }

  /** All that was told; after {@link #findings}. */
  List<Outcome> outcomes() {
    return outcomes;
  }

  boolean hasNothingLeft() {
    return runs.hasNothingLeft();
  }

  @Override
  public void close() throws Exception {
    routing.close();
    aggregating.close();
    runs.close();
  }
}
