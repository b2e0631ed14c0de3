package dev.highwater.flink;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.flink.type.Carried;
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
  private final @Nullable ContentFeed feed;

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
    this(content, parallelism, isBatch, clock, limits, null);
  }

  private DetectionJob(
      JobContent content,
      int parallelism,
      boolean isBatch,
      @Nullable StreamClock clock,
      RunLimits limits,
      @Nullable ContentFeed feed) {
    this.feed = feed;
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
    SingleOutputStreamOperator<Carried<RoutedGroup>> routed =
        reading(
            "route-detections",
            parsed.transform(
                "route detections",
                EngineType.ROUTED_GROUP,
                new RouteDetections(content, liveContent())));
    SingleOutputStreamOperator<Carried<RoutedGroup>> aggregated =
        reading("aggregate-slices", aggregated(routed));
    Pass events = pass("", aggregated);
    SingleOutputStreamOperator<Carried<RoutedGroup>> routedRisk =
        named(
            "route-risk",
            routed
                .getSideOutput(RouteDetections.RISK)
                .partitionCustom(new RiskReceiver(), new RiskReceiver())
                .union(events.raised().getSideOutput(RaiseFindings.RISK))
                .transform(
                    "route risk",
                    EngineType.ROUTED_GROUP,
                    new RouteRisk(content, limits.faults())));
    Pass risk = pass("-risk", named("aggregate-slices-risk", aggregated(routedRisk)));
    return events
        .outcomes()
        .union(
            risk.outcomes(),
            parsed.getSideOutput(CountingOperator.OUTCOMES),
            routed.getSideOutput(CountingOperator.OUTCOMES),
            routedRisk.getSideOutput(CountingOperator.OUTCOMES));
  }

  private SingleOutputStreamOperator<Carried<RoutedGroup>> aggregated(
      SingleOutputStreamOperator<Carried<RoutedGroup>> routed) {
    return routed.transform(
        "aggregate slices",
        EngineType.ROUTED_GROUP,
        new AggregateSlices(content, isEager(), parallelism));
  }

  private record Pass(
      SingleOutputStreamOperator<Carried<Finding>> found,
      SingleOutputStreamOperator<Carried<Finding>> throttled,
      SingleOutputStreamOperator<Outcome> raised) {

    /** All that the pass gives to the world. */
    private DataStream<Outcome> outcomes() {
      return raised.union(
          found.getSideOutput(CountingOperator.OUTCOMES),
          throttled.getSideOutput(CountingOperator.OUTCOMES),
          raised.getSideOutput(CountingOperator.OUTCOMES));
    }
  }

  /** From the groups of a pass to what its findings raise. */
  private Pass pass(String suffix, SingleOutputStreamOperator<Carried<RoutedGroup>> aggregated) {
    SingleOutputStreamOperator<Carried<Finding>> found =
        named(
            "run-searches" + suffix,
            aggregated
                .keyBy(new GroupPartition(), Types.STRING)
                .transform(
                    "run searches",
                    EngineType.FINDING,
                    new RunSearches(content, isBatch, limits, amendMillis(), isEager())));
    SingleOutputStreamOperator<Carried<Finding>> throttled =
        named(
            "throttle-findings" + suffix,
            found
                .getSideOutput(RunOutput.THROTTLED)
                .keyBy(new ThrottleScope(), Types.STRING)
                .transform("throttle findings", EngineType.FINDING, new ThrottleFindings(content)));
    SingleOutputStreamOperator<Outcome> raised =
        named(
            "raise-findings" + suffix,
            found
                .union(throttled)
                .transform("raise findings", EngineType.OUTCOME, new RaiseFindings(content)));
    return new Pass(found, throttled, raised);
  }

  /** Follows other content while the job runs. */
  public DetectionJob following(@Nullable ContentFeed other) {
    return new DetectionJob(content, parallelism, isBatch, clock, limits, other);
  }

  /** Only topics are read for as long as content changes. */
  private @Nullable LiveContent liveContent() {
    return clock instanceof PartitionedClock
        ? new LiveContent(feed, parallelism, amendMillis(), limits.faults())
        : null;
  }

  private boolean isEager() {
    LiveClock live = clock == null ? null : clock.live();
    return live != null && live.isEager();
  }

  private long amendMillis() {
    LiveClock live = clock == null ? null : clock.live();
    return live == null ? 0 : live.amend().toMillis();
  }

  private <T> SingleOutputStreamOperator<T> named(
      String uid, SingleOutputStreamOperator<T> operator) {
    return operator.uid(uid).setParallelism(parallelism);
  }

  private boolean isInOrder() {
    return clock != null && (clock.live() != null || clock instanceof ArrivalClock);
  }

  /** What is late hangs on the order of the records: up to the shuffle they stay in it. */
  private <T> SingleOutputStreamOperator<T> reading(
      String uid, SingleOutputStreamOperator<T> operator) {
    return operator.uid(uid).setParallelism(isInOrder() ? 1 : parallelism);
  }
}
