package dev.highwater.flink;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.DueRun;
import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.detect.RunResult;
import dev.highwater.engine.detect.RunningDetection;
import dev.highwater.engine.detect.ScheduledSearch;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.RunLimitException;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.engine.schedule.SearchWindow;
import dev.highwater.engine.schedule.WindowCursor;
import dev.highwater.flink.type.ScheduledRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Runs the detections on their schedules, each partition by itself.
 *
 * <p>Key: {@link RoutedGroup#partition}. Keyed state: partial aggregates by group and slice,
 * dropped when the last window of the slice has run; the runs that are still to be done; the
 * lookups that searches have written, given out and dropped at the end of the input. Operator
 * state: the ledger; the watermark as a union, so that after a restore an event that is late stays
 * late. Timers: event time, when runs are due ({@link ScheduledSearch#dueMillis}); over bounded
 * input in batch mode one, which drains what the records' own times did not. Side output: outcomes.
 */
final class RunSearches extends CountingOperator<Finding>
    implements OneInputStreamOperator<RoutedGroup, Finding>, Triggerable<String, VoidNamespace> {

  private static final long serialVersionUID = 1L;

  /** Accumulator of the runs done, for a progress display: one for each partition. */
  static final String RUNS = "runs";

  private final JobContent content;
  private final boolean isBatch;
  private final long mostRows;
  private final long mostBytes;
  private final LongCounter runs = new LongCounter();
  private transient @Nullable DetectionSet detections;
  private transient Map<String, ScheduledSearch> searches = new HashMap<>();
  private transient Map<String, List<WindowCursor>> cursors = new HashMap<>();
  private transient @Nullable PartitionState partition;
  private transient @Nullable InternalTimerService<VoidNamespace> timers;
  private transient @Nullable ListState<Long> watermarks;
  private transient long watermark;

  /**
   * @param isBatch whether a key's records come sorted by time and timers fire after its last
   *     record
   * @param limits what a run may hold
   */
  RunSearches(JobContent content, boolean isBatch, RunLimits limits) {
    this.content = content;
    this.isBatch = isBatch;
    this.mostRows = limits.rows();
    this.mostBytes = limits.bytes();
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    watermark = Long.MIN_VALUE;
    ListState<Long> union =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("watermark", LongSerializer.INSTANCE));
    if (context.isRestored()) {
      long least = Long.MAX_VALUE;
      for (long each : union.get()) {
        least = Math.min(least, each);
      }
      watermark = least == Long.MAX_VALUE ? Long.MIN_VALUE : least;
    }
    watermarks = union;
    partition = new PartitionState(context.getKeyedStateStore());
  }

  @Override
  public void open() throws Exception {
    super.open();
    detections = content.detections(getRuntimeContext());
    searches = new HashMap<>();
    cursors = new HashMap<>();
    timers = getInternalTimerService("runs", VoidNamespaceSerializer.INSTANCE, this);
    getRuntimeContext().addAccumulator(RUNS, runs);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    Objects.requireNonNull(watermarks).update(List.of(watermark));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    watermark = Math.max(watermark, mark.getTimestamp());
    super.processWatermark(mark);
  }

  @Override
  public void processElement(StreamRecord<RoutedGroup> element) throws Exception {
    RoutedGroup group = element.getValue();
    RunningDetection detection = detection(group.detection());
    if (isBatch && element.getTimestamp() > Long.MIN_VALUE) {
      // A run sees what came to be known at the time that it is due.
      runDue(element.getTimestamp() - 1);
    }
    if (group.isSeed()) {
      for (long scheduled : detection.runsOver(group.timeMillis(), group.lastMillis())) {
        if (!isDone(detection, scheduled)) {
          schedule(detection, scheduled);
        }
      }
    } else {
      take(detection, group);
    }
  }

  private void take(RunningDetection detection, RoutedGroup group) throws Exception {
    boolean isWanted = false;
    for (SearchWindow window : windowsOf(detection, group.scan(), group.timeMillis())) {
      boolean isTooEarly = search(detection).isTooEarlyFor(group, window.scheduledMillis());
      if (isTooEarly || isDone(detection, window.scheduledMillis())) {
        ledger().add(detection.id(), Counter.LATE, 1);
      } else {
        isWanted = true;
        schedule(detection, window.scheduledMillis());
      }
    }
    if (group.contribution().isOfOneEvent()) {
      partition().dropReplaced(group.slice());
    }
    if (isWanted && !group.contribution().isWithdrawn()) {
      store(detection, group);
    }
  }

  /** No run is due before its scheduled time. */
  private boolean isDone(RunningDetection detection, long scheduled) {
    return scheduled <= watermark && search(detection).dueMillis(scheduled) <= watermark;
  }

  private RunningDetection detection(String id) {
    return Objects.requireNonNull(detections).detection(id);
  }

  private List<SearchWindow> windowsOf(RunningDetection detection, int scan, long timeMillis) {
    return cursors
        .computeIfAbsent(
            detection.id(),
            id -> detection.scanSchedules().stream().map(WindowCursor::new).toList())
        .get(scan)
        .windowsContaining(timeMillis);
  }

  private ScheduledSearch search(RunningDetection detection) {
    return searches.computeIfAbsent(
        detection.id(), id -> new ScheduledSearch(detection, new RunLimits(mostRows, mostBytes)));
  }

  private PartitionState partition() {
    return Objects.requireNonNull(partition);
  }

  private void schedule(RunningDetection detection, long scheduled) throws Exception {
    if (partition().schedule(new ScheduledRun(detection.id(), scheduled))) {
      // One timer drains what is left in batch mode: a timer set by a timer would be dropped there.
      atTime(isBatch ? endMillis() : search(detection).dueMillis(scheduled));
    }
  }

  /** The time of the timers that fire last, at the end of a bounded input. */
  private long endMillis() {
    return isBatch ? Long.MAX_VALUE - 1 : Long.MAX_VALUE;
  }

  private void atTime(long millis) {
    Objects.requireNonNull(timers).registerEventTimeTimer(VoidNamespace.INSTANCE, millis);
  }

  private void store(RunningDetection detection, RoutedGroup group) throws Exception {
    partition()
        .add(
            group.slice(),
            group.partials(),
            (left, right) -> search(detection).merge(group.scan(), left, right));
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    runDue(isBatch ? Long.MAX_VALUE : timer.getTimestamp());
    if (timer.getTimestamp() == endMillis()) {
      for (Map.Entry<String, LookupTable> each : partition().lookups().entrySet()) {
        give(new Outcome.Kept(each.getKey(), each.getValue()), Long.MAX_VALUE);
      }
      partition().dropLookups();
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("runs are driven by event time");
  }

  /** Runs what is due, in order, and lets go of the slices that no later run needs. */
  private void runDue(long clockMillis) throws Exception {
    List<DueRun> due = new ArrayList<>();
    for (ScheduledRun each : partition().scheduled()) {
      if (each.scheduledMillis() <= clockMillis) { // no run is due before its scheduled time
        DueRun run = search(detection(each.detection())).due(each.scheduledMillis());
        if (run.dueMillis() <= clockMillis) {
          due.add(run);
        }
      }
    }
    Collections.sort(due);
    for (DueRun run : due) {
      partition().done(new ScheduledRun(run.detection(), run.scheduledMillis()));
      run(detection(run.detection()), run.scheduledMillis());
    }
    if (!due.isEmpty()) {
      dropSlices();
    }
  }

  private void run(RunningDetection detection, long scheduled) throws Exception {
    runs.add(1L);
    RunResult result = result(detection, scheduled);
    if (result == null) {
      return;
    }
    SearchWindow window = detection.schedule().windowAt(scheduled);
    if (!result.written().isEmpty()) {
      partition().write(result.written());
      if (!isBatch) {
        atTime(endMillis());
      }
    }
    ledger().add(detection.id(), Counter.ROWS, result.findings().size());
    for (String note : result.notes()) {
      ledger().add(detection.id(), Counter.NOTED, 1);
      give(new Outcome.Noted(detection.id(), window, note), scheduled);
    }
    if (!detection.item().isBaseline()) {
      for (Finding finding : result.findings()) {
        output.collect(new StreamRecord<>(finding, scheduled));
      }
    }
  }

  /** {@code null} of a run that fails, which is reported; faults downstream are not its own. */
  private @Nullable RunResult result(RunningDetection detection, long scheduled) throws Exception {
    Map<String, LookupTable> written = partition().lookups();
    try {
      return search(detection).run(scheduled, partition().groups(), written::get);
    } catch (RuntimeException e) {
      // The one isolation boundary: a detection that fails does not stop the others.
      ledger().add(detection.id(), Counter.FAILED, 1);
      SearchWindow window = detection.schedule().windowAt(scheduled);
      String reason =
          e instanceof RunLimitException ? String.valueOf(e.getMessage()) : e.toString();
      give(new Outcome.Failed(detection.id(), window, reason), scheduled);
      return null;
    }
  }

  private void dropSlices() throws Exception {
    for (GroupSlice slice : partition().slices()) {
      RunningDetection detection = detection(slice.detection());
      boolean isOpen = false;
      for (SearchWindow window : windowsOf(detection, slice.scan(), slice.sliceMillis())) {
        isOpen |=
            partition().isScheduled(new ScheduledRun(detection.id(), window.scheduledMillis()));
      }
      if (!isOpen) {
        partition().drop(slice);
      }
    }
  }
}
