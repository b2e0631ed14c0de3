package dev.highwater.flink;

import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.CarriedSerializer;
import dev.highwater.flink.type.FindingSerializer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.sorted.state.BatchExecutionCheckpointStorage;
import org.apache.flink.streaming.api.operators.sorted.state.BatchExecutionInternalTimeServiceManager;
import org.apache.flink.streaming.api.operators.sorted.state.BatchExecutionStateBackend;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** {@link RunSearches} in a harness of its own, fed with what records are routed to. */
@SuppressWarnings("try") // the harness declares that close() throws anything
final class RunSearchesHarness
    extends KeyedOneInputStreamOperatorTestHarness<String, Carried<RoutedGroup>, Carried<Finding>> {

  private static final TypeSerializer<Carried<Finding>> FINDINGS =
      new CarriedSerializer<>(new FindingSerializer());

  private final JobContent content;

  private RunSearchesHarness(JobContent content, boolean isBatch) throws Exception {
    this(content, isBatch, RunLimits.DEFAULT);
  }

  private RunSearchesHarness(JobContent content, boolean isBatch, RunLimits limits)
      throws Exception {
    this(content, isBatch, limits, 0, false);
  }

  private RunSearchesHarness(
      JobContent content, boolean isBatch, RunLimits limits, long amendMillis, boolean isEager)
      throws Exception {
    super(
        new RunSearches(content, isBatch, limits, amendMillis, isEager),
        new GroupPartition(),
        Types.STRING);
    this.content = content;
  }

  static RunSearchesHarness streaming(JobContent content) throws Exception {
    return restored(content, null);
  }

  static RunSearchesHarness restored(JobContent content, @Nullable OperatorSubtaskState state)
      throws Exception {
    RunSearchesHarness harness = new RunSearchesHarness(content, false);
    harness.setup(FINDINGS);
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  /** With the state and the timers of batch mode: one key after the other, timers at its end. */
  static RunSearchesHarness batch(JobContent content) throws Exception {
    RunSearchesHarness harness = new RunSearchesHarness(content, true);
    harness.setStateBackend(new BatchExecutionStateBackend());
    harness.setCheckpointStorage(new BatchExecutionCheckpointStorage());
    harness.setTimeServiceManagerProvider(BatchExecutionInternalTimeServiceManager::create);
    harness.setup(FINDINGS);
    harness.open();
    return harness;
  }

  /** With runs that late events have done again, so long after they were due. */
  static RunSearchesHarness amending(JobContent content, long amendMillis) throws Exception {
    return amending(content, amendMillis, null);
  }

  static RunSearchesHarness amending(
      JobContent content, long amendMillis, @Nullable OperatorSubtaskState state) throws Exception {
    RunSearchesHarness harness =
        new RunSearchesHarness(content, false, RunLimits.DEFAULT, amendMillis, false);
    harness.setup(FINDINGS);
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  /** With findings that are given when they are sure. */
  static RunSearchesHarness eager(JobContent content) throws Exception {
    RunSearchesHarness harness = new RunSearchesHarness(content, false, RunLimits.DEFAULT, 0, true);
    harness.setup(FINDINGS);
    harness.open();
    return harness;
  }

  /** With runs that may hold so many rows. */
  static RunSearchesHarness limited(JobContent content, long rows) throws Exception {
    return limited(content, new RunLimits(rows, 1L << 30));
  }

  static RunSearchesHarness limited(JobContent content, RunLimits limits) throws Exception {
    RunSearchesHarness harness = new RunSearchesHarness(content, false, limits);
    harness.setup(FINDINGS);
    harness.open();
    return harness;
  }

  /** With an output that takes no finding. */
  static RunSearchesHarness intoAFaultyOutput(JobContent content) throws Exception {
    RunSearchesHarness harness = new RunSearchesHarness(content, false);
    harness.setOutputCreator(serializer -> new FaultyOutput<>());
    harness.setup(FINDINGS);
    harness.open();
    return harness;
  }

  void processElement(RoutedGroup group, long timestampMillis) throws Exception {
    processElement(Carried.of(group), timestampMillis);
  }

  /** All that came out and others do not hold back, in its order. */
  List<Finding> findings() {
    return Given.values(extractOutputValues());
  }

  void read(RawEvent... records) throws Exception {
    for (RoutedGroup group : Routing.groups(content, records)) {
      processElement(group, group.timeMillis());
    }
  }

  /** As {@link #read}, of records that may be late. */
  void readLate(RawEvent... records) throws Exception {
    for (RoutedGroup group : Routing.groups(content, Long.MAX_VALUE, records)) {
      processElement(group, group.timeMillis());
    }
  }

  /** Says that there were events from one time to another. */
  void seed(String detection, String first, String last) throws Exception {
    processElement(
        RoutedGroup.seed(detection, detection, FileEvents.at(first), FileEvents.at(last)),
        Long.MIN_VALUE);
  }

  void watermark(String time) throws Exception {
    processWatermark(FileEvents.at(time));
  }

  /** A finding's detection, run and count, in short. */
  record Run(String detection, String scheduled, double count) {}

  /** The runs that found something, in the order in which they came out. */
  List<Run> runs() {
    return findings().stream()
        .map(
            finding ->
                new Run(
                    finding.detectionId(),
                    Instant.ofEpochMilli(finding.window().scheduledMillis())
                        .toString()
                        .substring(11, 16),
                    Objects.requireNonNull(finding.row().get("count")).number()))
        .toList();
  }

  /** How many runs were done, whether they found something or not. */
  long runsDone() {
    Accumulator<?, ?> runs =
        getEnvironment().getAccumulatorRegistry().getUserMap().get(RunSearches.RUNS);
    return ((LongCounter) Objects.requireNonNull(runs)).getLocalValuePrimitive();
  }

  boolean hasNothingLeft() {
    return numKeyedStateEntries() == 0 && numEventTimeTimers() == 0;
  }
}
