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
  private final @Nullable StreamClock clock;
  private final RunLimits limits;

  /**
   * A job to be built.
   *
   * @param isBatch whether the job runs in batch mode
   * @param clock gives watermarks; {@code null} for none before the end
   * @param limits what a run may hold
   */
  public DetectionJob(
      JobContent content,
      int parallelism,
      boolean isBatch,
      @Nullable StreamClock clock,
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
        reading(
            "parse-events",
            source.transform("parse events", source.getType(), new ParseEvents(content, clock)));
    SingleOutputStreamOperator<RoutedGroup> routed =
        reading(
            "route-detections",
            parsed.transform(
                "route detections", EngineType.ROUTED_GROUP, new RouteDetections(content)));
    SingleOutputStreamOperator<RoutedGroup> aggregated =
        reading(
            "aggregate-slices",
            routed.transform(
                "aggregate slices", EngineType.ROUTED_GROUP, new AggregateSlices(content)));
    SingleOutputStreamOperator<Finding> found =
        named(
            "run-searches",
            aggregated
                .keyBy(RoutedGroup::partition, Types.STRING)
                .transform(
                    "run searches",
                    EngineType.FINDING,
                    new RunSearches(content, isBatch, limits, amendMillis())));
    SingleOutputStreamOperator<Finding> throttled =
        named(
            "throttle-findings",
            found
                .getSideOutput(RunSearches.THROTTLED)
                .keyBy(new ThrottleScope(content), Types.STRING)
                .transform("throttle findings", EngineType.FINDING, new ThrottleFindings(content)));
    SingleOutputStreamOperator<Outcome> raised =
        named(
            "raise-findings",
            found
                .union(throttled)
                .transform("raise findings", EngineType.OUTCOME, new RaiseFindings(content)));
    return raised.union(
        parsed.getSideOutput(CountingOperator.OUTCOMES),
        routed.getSideOutput(CountingOperator.OUTCOMES),
        found.getSideOutput(CountingOperator.OUTCOMES),
        throttled.getSideOutput(CountingOperator.OUTCOMES),
        raised.getSideOutput(CountingOperator.OUTCOMES));
  }

  private long amendMillis() {
    return clock instanceof LiveClock live ? live.amend().toMillis() : 0;
  }

  private <T> SingleOutputStreamOperator<T> named(
      String uid, SingleOutputStreamOperator<T> operator) {
    return operator.uid(uid).setParallelism(parallelism);
  }

  /** What is late hangs on the order of the records: up to the shuffle they stay in it. */
  private <T> SingleOutputStreamOperator<T> reading(
      String uid, SingleOutputStreamOperator<T> operator) {
    return operator.uid(uid).setParallelism(clock instanceof LiveClock ? 1 : parallelism);
  }
}
