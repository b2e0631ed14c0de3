package dev.highwater.flink;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.flink.type.EngineType;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/**
 * The job graph from raw events to outcomes. Its size does not depend on the number of detections.
 */
public final class DetectionJob {

  private final JobContent content;
  private final int parallelism;
  private final boolean isBatch;
  private final @Nullable ReadingClock clock;
  private final RunLimits limits;

  /**
   * A job to be built.
   *
   * @param isBatch whether the job runs in batch mode
   * @param clock gives watermarks while files are read in a known order; {@code null} for none
   *     before their end
   * @param limits what a run may hold
   */
  public DetectionJob(
      JobContent content,
      int parallelism,
      boolean isBatch,
      @Nullable ReadingClock clock,
      RunLimits limits) {
    this.limits = limits;
    this.content = content;
    this.parallelism = parallelism;
    this.isBatch = isBatch;
    this.clock = clock;
  }

  /** Adds the job's operators behind a source; what they give has still to go to a sink. */
  public DataStream<Outcome> outcomesOf(DataStream<RawEvent> source) {
    SingleOutputStreamOperator<RawEvent> parsed =
        named(
            "parse-events",
            source.transform("parse events", source.getType(), new ParseEvents(content, clock)));
    SingleOutputStreamOperator<RoutedGroup> routed =
        named(
            "route-detections",
            parsed.transform(
                "route detections", EngineType.ROUTED_GROUP, new RouteDetections(content)));
    Pass events = pass("", routed);
    SingleOutputStreamOperator<RoutedGroup> routedRisk =
        named(
            "route-risk",
            parsed
                .getSideOutput(ParseEvents.RISK)
                .union(events.raised().getSideOutput(RaiseFindings.RISK))
                .transform("route risk", EngineType.ROUTED_GROUP, new RouteRisk(content)));
    Pass risk = pass("-risk", routedRisk);
    return events
        .raised()
        .union(
            risk.raised(),
            parsed.getSideOutput(CountingOperator.OUTCOMES),
            routed.getSideOutput(CountingOperator.OUTCOMES),
            events.found().getSideOutput(CountingOperator.OUTCOMES),
            events.raised().getSideOutput(CountingOperator.OUTCOMES),
            routedRisk.getSideOutput(CountingOperator.OUTCOMES),
            risk.found().getSideOutput(CountingOperator.OUTCOMES),
            risk.raised().getSideOutput(CountingOperator.OUTCOMES));
  }

  private record Pass(
      SingleOutputStreamOperator<Finding> found, SingleOutputStreamOperator<Outcome> raised) {}

  /** From the groups of a pass to what its findings raise. */
  private Pass pass(String suffix, SingleOutputStreamOperator<RoutedGroup> routed) {
    SingleOutputStreamOperator<RoutedGroup> aggregated =
        named(
            "aggregate-slices" + suffix,
            routed.transform(
                "aggregate slices", EngineType.ROUTED_GROUP, new AggregateSlices(content)));
    SingleOutputStreamOperator<Finding> found =
        named(
            "run-searches" + suffix,
            aggregated
                .keyBy(RoutedGroup::partition, Types.STRING)
                .transform(
                    "run searches", EngineType.FINDING, new RunSearches(content, isBatch, limits)));
    SingleOutputStreamOperator<Outcome> raised =
        named(
            "raise-findings" + suffix,
            found.transform("raise findings", EngineType.OUTCOME, new RaiseFindings(content)));
    return new Pass(found, raised);
  }

  private <T> SingleOutputStreamOperator<T> named(
      String uid, SingleOutputStreamOperator<T> operator) {
    return operator.uid(uid).setParallelism(parallelism);
  }
}
