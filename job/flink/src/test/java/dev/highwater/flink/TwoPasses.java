package dev.highwater.flink;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RiskRecord;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.CarriedSerializer;
import dev.highwater.flink.type.OutcomeSerializer;
import dev.highwater.flink.type.RoutedGroupSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/**
 * The operators from the runs of detections to those of the searches that correlate their risk, one
 * behind the other: each has done all that came before a watermark when the next one sees it.
 */
@SuppressWarnings("try") // the harnesses declare that close() throws anything
final class TwoPasses implements AutoCloseable {

  private final RunSearchesHarness events;
  private final OneInputStreamOperatorTestHarness<Carried<Finding>, Outcome> raising;
  private final OneInputStreamOperatorTestHarness<Carried<RiskRecord>, Carried<RoutedGroup>>
      routing;
  private final OneInputStreamOperatorTestHarness<Carried<RoutedGroup>, Carried<RoutedGroup>>
      aggregating;
  private final RunSearchesHarness correlations;
  private final List<Finding> findings = new ArrayList<>();
  private final List<RiskEvent> risk = new ArrayList<>();

  TwoPasses(JobContent content, long amendMillis) throws Exception {
    events = RunSearchesHarness.amending(content, amendMillis);
    raising = open(new RaiseFindings(content), new OutcomeSerializer());
    routing =
        open(
            new RouteRisk(content, Integer.MAX_VALUE),
            new CarriedSerializer<>(new RoutedGroupSerializer()));
    aggregating =
        open(
            new AggregateSlices(content, false, 1),
            new CarriedSerializer<>(new RoutedGroupSerializer()));
    correlations = RunSearchesHarness.amending(content, amendMillis);
  }

  private static <I, O> OneInputStreamOperatorTestHarness<I, O> open(
      OneInputStreamOperator<I, O> operator, TypeSerializer<O> serializer) throws Exception {
    var harness = new OneInputStreamOperatorTestHarness<>(operator);
    harness.setup(serializer);
    harness.open();
    return harness;
  }

  void read(RoutedGroup group) throws Exception {
    events.processElement(group, group.timeMillis());
  }

  void watermark(long millis) throws Exception {
    events.processWatermark(millis);
    for (StreamRecord<Carried<Finding>> finding : taken(events)) {
      findings.addAll(Given.values(List.of(finding.getValue())));
      raising.processElement(finding);
    }
    for (StreamRecord<Outcome> outcome : taken(raising)) {
      if (outcome.getValue() instanceof Outcome.Raised raised) {
        risk.add(raised.event());
      }
    }
    @Nullable Queue<StreamRecord<Carried<RiskRecord>>> raised =
        raising.getSideOutput(RaiseFindings.RISK);
    while (raised != null && !raised.isEmpty()) {
      routing.processElement(raised.remove());
    }
    routing.processWatermark(millis);
    for (StreamRecord<Carried<RoutedGroup>> group : taken(routing)) {
      aggregating.processElement(group);
    }
    aggregating.processWatermark(millis);
    for (StreamRecord<Carried<RoutedGroup>> group : taken(aggregating)) {
      correlations.processElement(group);
    }
    correlations.processWatermark(millis);
    findings.addAll(correlations.findings());
    correlations.getOutput().clear();
  }

  private static <O> List<StreamRecord<O>> taken(OneInputStreamOperatorTestHarness<?, O> harness) {
    List<StreamRecord<O>> taken = new ArrayList<>();
    for (StreamRecord<? extends O> each : harness.extractOutputStreamRecords()) {
      taken.add(new StreamRecord<>(each.getValue(), each.getTimestamp()));
    }
    harness.getOutput().clear();
    return taken;
  }

  /** All revisions of both passes, as they came. */
  List<Finding> findings() {
    return findings;
  }

  /** All revisions of the risk events, as they came. */
  List<RiskEvent> risk() {
    return risk;
  }

  /** What the searches that correlate said of late events. */
  List<Outcome> lateForCorrelations() {
    return Given.outcomes(correlations);
  }

  boolean hasNothingLeft() {
    return events.hasNothingLeft() && correlations.hasNothingLeft();
  }

  @Override
  public void close() throws Exception {
    events.close();
    raising.close();
    routing.close();
    aggregating.close();
    correlations.close();
  }
}
