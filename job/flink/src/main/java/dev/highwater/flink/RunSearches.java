package dev.highwater.flink;

import dev.highwater.engine.detect.Amendment;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionRuns;
import dev.highwater.engine.detect.DueRun;
import dev.highwater.engine.detect.Faults;
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
import dev.highwater.flink.type.Carried;
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
 * Timers: event time, when runs are due ({@link
 * dev.highwater.engine.detect.ScheduledSearch#dueMillis}); over bounded input in batch mode one,
 * which drains what the records' own times did not. Side outputs: outcomes; findings that are
 * throttled.
 */
final class RunSearches extends CountingOperator<Carried<Finding>>
    implements OneInputStreamOperator<Carried<RoutedGroup>, Carried<Finding>>,
        Triggerable<String, VoidNamespace> {

  private static final long serialVersionUID = 1L;

  /** Accumulator of the runs done, for a progress display: one for each partition. */
  static final String RUNS = "runs";

  private final boolean isBatch;
  private final long mostRows;
  private final long mostBytes;
  private final int mostFaults;
  private final long amendMillis;
  private final boolean isEager;
  private final LongCounter done = new LongCounter();
  private transient @Nullable RunOutput found;
  private transient @Nullable Faults faults;
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
    this.mostFaults = limits.faults();
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
    faults = new Faults(ledger(), mostFaults, this::give);
    found = new RunOutput(output, detections(), getRuntimeContext().getTaskInfo());
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
  public void processElement(StreamRecord<Carried<RoutedGroup>> element) throws Exception {
    if (element.getValue() instanceof Carried.Value<RoutedGroup> value) {
      take(value.value(), element);
    } else if (element.getValue() instanceof Carried.Change<RoutedGroup> change
        && take(change.change())) {
      runsById.clear();
      found().give(change.change(), detections());
    }
  }

  private void take(RoutedGroup group, StreamRecord<?> element) throws Exception {
    if (!detections().has(group.detection())) {
      return; // its text is over here, and somebody who routes risk has yet to hear of it
    }
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
    long next = new CoveredRuns(partition()).first(runs, added, watermark);
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
      amendable().touch(new ScheduledRun(detection.key(), scheduled));
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
        key -> new DetectionRuns(detections().detection(key), new RunLimits(mostRows, mostBytes)));
  }

  /** {@code null} of a text that is gone. */
  private @Nullable DetectionRuns knownRunsOf(String key) {
    return detections().has(key) ? runsOf(key) : null;
  }

  private SearchedSlices slices() {
    return new SearchedSlices(partition());
  }

  private RunOutput found() {
    return Objects.requireNonNull(found);
  }

  private PartitionState partition() {
    return Objects.requireNonNull(partition);
  }

  private void schedule(DetectionRuns runs, long scheduled) throws Exception {
    if (partition().schedule(new ScheduledRun(runs.detection().key(), scheduled))) {
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
      amendable().close(timer.getTimestamp(), amendMillis, this::knownRunsOf);
      slices().close(timer.getTimestamp(), amendMillis, this::knownRunsOf);
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
    boolean areGone = false;
    TreeSet<DueRun> due = new TreeSet<>();
    for (ScheduledRun each : partition().scheduled()) {
      if (!detections().has(each.detection())) {
        areGone = true;
      } else if (each.scheduledMillis() <= clockMillis) { // none is due before its scheduled time
        due.add(runsOf(each.detection()).search().due(each.scheduledMillis()));
      }
    }
    if (areGone) {
      partition().forgetOthers(detections()::has);
    }
    while (!due.isEmpty() && due.first().dueMillis() <= clockMillis) {
      DueRun run = due.pollFirst();
      DetectionRuns runs = runsOf(run.detection());
      partition().done(new ScheduledRun(run.detection(), run.scheduledMillis()));
      boolean isLeftOut = !runs.isScheduled(run.scheduledMillis());
      RunResult result = isLeftOut ? null : run(runs, run.scheduledMillis());
      long later = slices().letGo(runs, run.scheduledMillis(), result, amendMillis > 0);
      if (isEager(runs)) {
        partition().endEarly(new ScheduledRun(run.detection(), run.scheduledMillis()));
        if (later != SearchSchedule.NEVER && !runs.isDone(later, watermark)) {
          giveEarly(new EarlyFindings(partition(), this::result).in(runs, later));
        }
      }
      long next = Math.min(later, new CoveredRuns(partition()).behind(runs, run));
      if (next != SearchSchedule.NEVER) {
        schedule(runs, next);
        due.add(runs.search().due(next));
      }
    }
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
    found().give(detection, result.findings());
    if (amendMillis > 0) {
      amendable().say(new ScheduledRun(detection.key(), scheduled), result.findings());
      atTime(runs.closeMillis(scheduled, amendMillis));
    }
    return result;
  }

  /** Does the runs again that late events have touched; they write no lookups. */
  private void amend() throws Exception {
    for (ScheduledRun run : amendable().takeTouched()) {
      DetectionRuns runs = knownRunsOf(run.detection());
      RunResult result = runs == null ? null : result(runs, run.scheduledMillis());
      if (runs != null && result != null) {
        Amendment amendment = Amendment.of(amendable().said(run), result.findings());
        amendable().say(run, amendment.said());
        ledger().add(run.detection(), Counter.AMENDED, amendment.news().size());
        found().give(runs.detection(), amendment.news());
      }
    }
  }

  /** {@code null} of a run that fails, which is reported; faults downstream are not its own. */
  private @Nullable RunResult result(DetectionRuns runs, long scheduled) throws Exception {
    return result(runs, scheduled, partition().groups());
  }

  private @Nullable RunResult result(DetectionRuns runs, long scheduled, StoredGroups groups)
      throws Exception {
    Faults told = Objects.requireNonNull(faults);
    if (told.isHeld(runs.detection())) {
      return null;
    }
    Map<String, LookupTable> written = partition().lookups();
    try {
      return costs().ofRun(runs, () -> runs.search().run(scheduled, groups, written::get));
    } catch (RuntimeException e) {
      // The one isolation boundary: a detection that fails does not stop the others.
      told.ofRun(runs.detection(), runs.detection().schedule().windowAt(scheduled), e);
      return null;
    }
  }
}
