package dev.highwater.flink;

import dev.highwater.engine.detect.Amendment;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionRuns;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.DueRun;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.detect.RunResult;
import dev.highwater.engine.detect.RunningDetection;
import dev.highwater.engine.detect.SearchPass;
import dev.highwater.engine.detect.StoredGroups;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.schedule.SearchWindow;
import dev.highwater.flink.PartitionState.Covered;
import dev.highwater.flink.type.EngineType;
import dev.highwater.flink.type.ScheduledRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.flink.api.common.accumulators.LongCounter;
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
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Runs the detections on their schedules, each partition by itself.
 *
 * <p>Key: {@link RoutedGroup#partition}. Keyed state: partial aggregates by group and slice,
 * dropped when the last window of the slice has run; the next runs to be done, one for each
 * detection and those that events ask for; the time that runs cover without events, and the lookups
 * that searches have written, both dropped at the end of the input; while runs may be amended what
 * they have said, and their slices; groups that were given early, until their run. Operator state:
 * the ledger; the watermark as a union, so that after a restore an event that is late stays late.
 * Timers: event time, when runs are due ({@link ScheduledSearch#dueMillis}); over bounded input in
 * batch mode one, which drains what the records' own times did not. Side outputs: outcomes;
 * findings that are throttled.
 */
final class RunSearches extends CountingOperator<Finding>
    implements OneInputStreamOperator<RoutedGroup, Finding>, Triggerable<String, VoidNamespace> {

  private static final long serialVersionUID = 1L;

  /** Findings that others may hold back. */
  static final OutputTag<Finding> THROTTLED = new OutputTag<>("throttled", EngineType.FINDING);

  /** Accumulator of the runs done, for a progress display: one for each partition. */
  static final String RUNS = "runs";

  private final boolean isBatch;
  private final long mostRows;
  private final long mostBytes;
  private final long amendMillis;
  private final boolean isEager;
  private final LongCounter done = new LongCounter();
  private transient @Nullable DetectionSet detections;
  private transient Map<String, DetectionRuns> runsById = new HashMap<>();
  private transient @Nullable PartitionState partition;
  private transient @Nullable AmendableRuns amendable;
  private transient @Nullable InternalTimerService<VoidNamespace> timers;
  private transient @Nullable RestoredTime restored;
  private transient long watermark;

  /**
   * @param isBatch whether a key's records come sorted by time and timers fire after its last
   *     record
   * @param limits what a run may hold
   * @param amendMillis how long after a run late events have it done again; 0 for never
   * @param isEager whether findings that are sure to come are given early
   */
  RunSearches(
      JobContent content, boolean isBatch, RunLimits limits, long amendMillis, boolean isEager) {
    super(content);
    this.isEager = isEager;
    this.amendMillis = amendMillis;
    this.isBatch = isBatch;
    this.mostRows = limits.rows();
    this.mostBytes = limits.bytes();
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    RestoredTime time = RestoredTime.of(context, "watermark");
    restored = time;
    watermark = time.restoredMillis();
    SliceTables tables = new SliceTables(this::getCurrentKey, this::runsOf);
    partition = new PartitionState(context.getKeyedStateStore(), tables, new StoredSize(ledger()));
    amendable = new AmendableRuns(context.getKeyedStateStore());
  }

  @Override
  public void open() throws Exception {
    super.open();
    detections = content.detections(getRuntimeContext());
    runsById = new HashMap<>();
    timers = getInternalTimerService("runs", VoidNamespaceSerializer.INSTANCE, this);
    getRuntimeContext().addAccumulator(RUNS, done);
    LedgerMetrics.groupOf(getMetricGroup()).gauge(RUNS, done::getLocalValuePrimitive);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    Objects.requireNonNull(restored).store(watermark);
  }

  @Override
  protected void settle() {
    partition().settle();
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    watermark = Math.max(watermark, mark.getTimestamp());
    super.processWatermark(mark);
  }

  @Override
  public void processElement(StreamRecord<RoutedGroup> element) throws Exception {
    RoutedGroup group = element.getValue();
    DetectionRuns detection = runsOf(group.detection());
    if (isBatch && element.getTimestamp() > Long.MIN_VALUE) {
      // A run sees what came to be known at the time that it is due.
      runDue(element.getTimestamp() - 1);
    }
    if (group.isSeed()) {
      cover(detection, new Covered(group.timeMillis(), group.lastMillis(), Long.MIN_VALUE));
    } else {
      take(detection, group);
    }
  }

  private void cover(DetectionRuns runs, Covered added) throws Exception {
    RunningDetection detection = runs.detection();
    Covered all = partition().cover(detection.id(), added);
    long next = detection.runOver(all.firstMillis(), all.lastMillis(), all.doneMillis());
    while (next != SearchSchedule.NEVER && runs.isDone(next, watermark)) {
      next = detection.runOver(all.firstMillis(), all.lastMillis(), next);
    }
    if (next != SearchSchedule.NEVER) {
      schedule(runs, next);
    }
    atTime(endMillis());
  }

  private void take(DetectionRuns runs, RoutedGroup group) throws Exception {
    long next = runs.firstRun(group.scan(), group.timeMillis());
    boolean isWanted = false;
    while (next != SearchSchedule.NEVER && !runs.isInTime(group, next, watermark)) {
      isWanted |= !runs.search().isTooEarlyFor(group, next) && late(runs, group, next);
      next = runs.nextRun(group.scan(), group.timeMillis(), next);
    }
    if (group.contribution().isWithdrawn()) {
      partition().dropReplaced(group.slice());
    }
    boolean isOpen = next != SearchSchedule.NEVER;
    if ((isOpen || isWanted) && !group.contribution().isWithdrawn()) {
      if (isOpen && !runs.isEndless(group.scan())) { // else it runs over all that is covered
        schedule(runs, next);
      }
      store(runs, group);
      if (amendMillis > 0 && isOpen && !runs.isEndless(group.scan())) {
        long last = runs.lastRun(group.scan(), group.timeMillis());
        atTime(runs.closeMillis(last, amendMillis));
      }
      if (isOpen && isEager(runs)) {
        giveEarly(new EarlyFindings(partition(), this::result).with(runs, group, next));
      }
    }
  }

  private void giveEarly(List<Finding> findings) {
    for (Finding finding : findings) {
      give(new Outcome.Early(finding), finding.window().scheduledMillis());
    }
  }

  /** Whether nothing that counts for a detection is ever taken back. */
  private boolean isEager(DetectionRuns runs) {
    return isEager && (amendMillis == 0 || runs.detection().pass() == SearchPass.EVENTS);
  }

  /** Tells of an event that a run has missed; whether the run is done again. */
  private boolean late(DetectionRuns runs, RoutedGroup group, long scheduled) throws Exception {
    RunningDetection detection = runs.detection();
    boolean isAmended =
        !runs.isEndless(group.scan()) && runs.closeMillis(scheduled, amendMillis) > watermark;
    if (isAmended) {
      amendable().touch(new ScheduledRun(detection.id(), scheduled));
      atTime(watermark + 1);
      atTime(runs.closeMillis(scheduled, amendMillis));
    }
    // What a risk event comes of is late, and told; one event is told once.
    boolean isOfLate = isAmended && group.contribution().isOfOneEvent();
    if (!isOfLate && !runs.isTold(group, scheduled)) {
      ledger().add(detection.id(), Counter.LATE, 1);
      give(runs.missed(group, scheduled, watermark, isAmended), scheduled);
    }
    return isAmended;
  }

  private AmendableRuns amendable() {
    return Objects.requireNonNull(amendable);
  }

  private DetectionRuns runsOf(String id) {
    return runsById.computeIfAbsent(
        id,
        key ->
            new DetectionRuns(
                Objects.requireNonNull(detections).detection(key),
                new RunLimits(mostRows, mostBytes)));
  }

  private SearchedSlices slices() {
    return new SearchedSlices(partition());
  }

  private PartitionState partition() {
    return Objects.requireNonNull(partition);
  }

  private void schedule(DetectionRuns runs, long scheduled) throws Exception {
    if (partition().schedule(new ScheduledRun(runs.detection().id(), scheduled))) {
      // One timer drains what is left in batch mode: a timer set by a timer would be dropped there.
      atTime(isBatch ? endMillis() : runs.search().dueMillis(scheduled));
    }
  }

  /** The time of the timers that fire last, at the end of a bounded input. */
  private long endMillis() {
    return isBatch ? Long.MAX_VALUE - 1 : Long.MAX_VALUE;
  }

  private void atTime(long millis) {
    Objects.requireNonNull(timers).registerEventTimeTimer(VoidNamespace.INSTANCE, millis);
  }

  private void store(DetectionRuns runs, RoutedGroup group) throws Exception {
    partition()
        .add(
            group.slice(),
            group.partials(),
            (left, right) -> runs.search().merge(group.scan(), left, right));
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    runDue(isBatch ? Long.MAX_VALUE : timer.getTimestamp());
    if (amendMillis > 0) {
      amend();
      amendable().close(timer.getTimestamp(), amendMillis, this::runsOf);
      slices().close(timer.getTimestamp(), amendMillis, this::runsOf);
    }
    if (timer.getTimestamp() == endMillis()) {
      for (Map.Entry<String, LookupTable> each : partition().lookups().entrySet()) {
        give(new Outcome.Kept(each.getKey(), each.getValue()), Long.MAX_VALUE);
      }
      partition().end();
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("runs are driven by event time");
  }

  /** Runs what is due, in order; each run that is done plans the next one. */
  private void runDue(long clockMillis) throws Exception {
    TreeSet<DueRun> due = new TreeSet<>();
    for (ScheduledRun each : partition().scheduled()) {
      if (each.scheduledMillis() <= clockMillis) { // no run is due before its scheduled time
        due.add(runsOf(each.detection()).search().due(each.scheduledMillis()));
      }
    }
    while (!due.isEmpty() && due.first().dueMillis() <= clockMillis) {
      DueRun run = due.pollFirst();
      DetectionRuns runs = runsOf(run.detection());
      partition().done(new ScheduledRun(run.detection(), run.scheduledMillis()));
      RunResult result = run(runs, run.scheduledMillis());
      long later = slices().letGo(runs, run.scheduledMillis(), result, amendMillis > 0);
      if (isEager(runs)) {
        partition().endEarly(new ScheduledRun(run.detection(), run.scheduledMillis()));
        if (later != SearchSchedule.NEVER && !runs.isDone(later, watermark)) {
          giveEarly(new EarlyFindings(partition(), this::result).in(runs, later));
        }
      }
      long next = Math.min(later, covered(runs, run));
      if (next != SearchSchedule.NEVER) {
        schedule(runs, next);
        due.add(runs.search().due(next));
      }
    }
  }

  /** The next run over the time that is covered, events or not. */
  private long covered(DetectionRuns runs, DueRun done) throws Exception {
    Covered before = partition().covered(done.detection());
    if (before == null) {
      return SearchSchedule.NEVER;
    }
    long last = Math.max(before.doneMillis(), done.scheduledMillis());
    Covered all =
        partition()
            .cover(done.detection(), new Covered(before.firstMillis(), before.lastMillis(), last));
    return runs.detection().runOver(all.firstMillis(), all.lastMillis(), last);
  }

  private @Nullable RunResult run(DetectionRuns runs, long scheduled) throws Exception {
    done.add(1L);
    RunningDetection detection = runs.detection();
    RunResult result = result(runs, scheduled);
    if (result == null) {
      return null;
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
    give(detection, result.findings());
    if (amendMillis > 0) {
      amendable().say(new ScheduledRun(detection.id(), scheduled), result.findings());
      atTime(runs.closeMillis(scheduled, amendMillis));
    }
    return result;
  }

  private void give(RunningDetection detection, List<Finding> findings) {
    if (detection.item().isBaseline()) {
      return;
    }
    boolean isThrottled = detection.item().schedule().throttling() != null;
    for (Finding finding : findings) {
      StreamRecord<Finding> found = new StreamRecord<>(finding, finding.window().scheduledMillis());
      if (isThrottled) {
        output.collect(THROTTLED, found);
      } else {
        output.collect(found);
      }
    }
  }

  /** Does the runs again that late events have touched; they write no lookups. */
  private void amend() throws Exception {
    for (ScheduledRun run : amendable().takeTouched()) {
      DetectionRuns runs = runsOf(run.detection());
      RunResult result = result(runs, run.scheduledMillis());
      if (result != null) {
        Amendment amendment = Amendment.of(amendable().said(run), result.findings());
        amendable().say(run, amendment.said());
        ledger().add(run.detection(), Counter.AMENDED, amendment.news().size());
        give(runs.detection(), amendment.news());
      }
    }
  }

  /** {@code null} of a run that fails, which is reported; faults downstream are not its own. */
  private @Nullable RunResult result(DetectionRuns runs, long scheduled) throws Exception {
    return result(runs, scheduled, partition().groups());
  }

  private @Nullable RunResult result(DetectionRuns runs, long scheduled, StoredGroups groups)
      throws Exception {
    Map<String, LookupTable> written = partition().lookups();
    try {
      return costs().ofRun(runs, () -> runs.search().run(scheduled, groups, written::get));
    } catch (RuntimeException e) {
      // The one isolation boundary: a detection that fails does not stop the others.
      RunningDetection detection = runs.detection();
      ledger().add(detection.id(), Counter.FAILED, 1);
      SearchWindow window = detection.schedule().windowAt(scheduled);
      give(Outcome.Failed.of(detection.id(), window, e), scheduled);
      return null;
    }
  }
}
