package dev.highwater.flink;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.detect.RunningDetection;
import dev.highwater.engine.detect.ScheduledSearch;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.schedule.SearchWindow;
import dev.highwater.engine.schedule.WindowCursor;
import dev.highwater.flink.type.GroupSliceSerializer;
import dev.highwater.flink.type.PartialsSerializer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
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
 * <p>Key: {@link RoutedGroup#partitionKey}. Keyed state: partial aggregates by group and slice,
 * dropped when the last window of the slice has run; the scheduled times that are still to run.
 * Operator state: the ledger; the watermark as a union, so that after a restore an event that is
 * late stays late. Timers: event time, when runs are due ({@link ScheduledSearch#dueMillis}); over
 * bounded input in batch mode one, which drains what the records' own times did not. Side output:
 * outcomes.
 */
final class RunSearches extends CountingOperator<Finding>
    implements OneInputStreamOperator<RoutedGroup, Finding>, Triggerable<String, VoidNamespace> {

  private static final long serialVersionUID = 1L;

  /** Accumulator of the runs done, for a progress display: one for each partition. */
  static final String RUNS = "runs";

  private final JobContent content;
  private final boolean isBatch;
  private final LongCounter runs = new LongCounter();
  private transient @Nullable DetectionSet detections;
  private transient Map<String, ScheduledSearch> searches = new HashMap<>();
  private transient Map<String, List<WindowCursor>> cursors = new HashMap<>();
  private transient @Nullable MapState<GroupSlice, List<@Nullable FieldValue>> groups;
  private transient @Nullable MapState<Long, Boolean> pending;
  private transient @Nullable InternalTimerService<VoidNamespace> timers;
  private transient @Nullable ListState<Long> watermarks;
  private transient long watermark;

  /**
   * @param isBatch whether a key's records come sorted by time and timers fire after its last
   *     record
   */
  RunSearches(JobContent content, boolean isBatch) {
    this.content = content;
    this.isBatch = isBatch;
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
    groups =
        context
            .getKeyedStateStore()
            .getMapState(
                new MapStateDescriptor<>(
                    "groups", new GroupSliceSerializer(), new PartialsSerializer()));
    pending =
        context
            .getKeyedStateStore()
            .getMapState(
                new MapStateDescriptor<>(
                    "pending", LongSerializer.INSTANCE, BooleanSerializer.INSTANCE));
  }

  @Override
  public void open() throws Exception {
    super.open();
    detections = content.detections();
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
    if (isBatch) {
      runDue(detection, element.getTimestamp());
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
      if (isDone(detection, window.scheduledMillis())) {
        ledger().add(detection.id(), Counter.LATE, 1);
      } else {
        isWanted = true;
        schedule(detection, window.scheduledMillis());
      }
    }
    if (isWanted) {
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
    return searches.computeIfAbsent(detection.id(), id -> new ScheduledSearch(detection));
  }

  private void schedule(RunningDetection detection, long scheduled) throws Exception {
    if (!Objects.requireNonNull(pending).contains(scheduled)) {
      pending.put(scheduled, true);
      // One timer drains what is left in batch mode: a timer set by a timer would be dropped there.
      Objects.requireNonNull(timers)
          .registerEventTimeTimer(
              VoidNamespace.INSTANCE,
              isBatch ? Long.MAX_VALUE - 1 : search(detection).dueMillis(scheduled));
    }
  }

  private void store(RunningDetection detection, RoutedGroup group) throws Exception {
    GroupSlice slice = new GroupSlice(group.scan(), group.sliceMillis(), group.key());
    MapState<GroupSlice, List<@Nullable FieldValue>> all = Objects.requireNonNull(groups);
    List<@Nullable FieldValue> stored = all.get(slice);
    all.put(
        slice,
        stored == null
            ? group.partials()
            : search(detection).merge(group.scan(), stored, group.partials()));
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    String id = RoutedGroup.detectionOf(timer.getKey());
    runDue(detection(id), isBatch ? Long.MAX_VALUE : timer.getTimestamp());
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("runs are driven by event time");
  }

  /** Runs what is due, in order, and lets go of the slices that no later run needs. */
  private void runDue(RunningDetection detection, long clockMillis) throws Exception {
    List<Long> due = new ArrayList<>();
    for (long scheduled : Objects.requireNonNull(pending).keys()) {
      if (search(detection).dueMillis(scheduled) <= clockMillis) {
        due.add(scheduled);
      }
    }
    Collections.sort(due);
    for (long scheduled : due) {
      pending.remove(scheduled);
      run(detection, scheduled);
    }
    if (!due.isEmpty()) {
      dropSlices(detection);
    }
  }

  private void run(RunningDetection detection, long scheduled) throws Exception {
    runs.add(1L);
    for (Finding finding : findings(detection, scheduled)) {
      output.collect(new StreamRecord<>(finding, scheduled));
    }
  }

  /** None of a run that fails, which is reported; faults downstream are not its own. */
  private List<Finding> findings(RunningDetection detection, long scheduled) throws Exception {
    try {
      List<Finding> findings =
          search(detection).run(scheduled, Objects.requireNonNull(groups).entries());
      ledger().add(detection.id(), Counter.ROWS, findings.size());
      return findings;
    } catch (RuntimeException e) {
      // The one isolation boundary: a detection that fails does not stop the others.
      ledger().add(detection.id(), Counter.FAILED, 1);
      SearchWindow window = detection.schedule().windowAt(scheduled);
      give(new Outcome.Failed(detection.id(), window, e.toString()), scheduled);
      return List.of();
    }
  }

  private void dropSlices(RunningDetection detection) throws Exception {
    Iterator<GroupSlice> slices = Objects.requireNonNull(groups).keys().iterator();
    List<GroupSlice> done = new ArrayList<>();
    while (slices.hasNext()) {
      GroupSlice slice = slices.next();
      boolean isOpen = false;
      for (SearchWindow window : windowsOf(detection, slice.scan(), slice.sliceMillis())) {
        isOpen |= Objects.requireNonNull(pending).contains(window.scheduledMillis());
      }
      if (!isOpen) {
        done.add(slice);
      }
    }
    for (GroupSlice slice : done) {
      groups.remove(slice);
    }
  }
}
