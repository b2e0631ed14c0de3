package dev.highwater.flink;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionRouter;
import dev.highwater.engine.detect.Faults;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RiskRecord;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.ContentChange;
import dev.highwater.flink.type.EngineType;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Takes events to the detections that want them and gives the groups that they add to, stamped with
 * the event's time. In a live job it is here that other content is taken up: word of it goes before
 * all that is routed by it.
 *
 * <p>Operator state: the ledger; the watermark, as a union, so that after a restore what may be
 * late is known as such; in a live job the content that runs. Side outputs: outcomes; risk events
 * of the input.
 */
final class RouteDetections extends CountingOperator<Carried<RoutedGroup>>
    implements OneInputStreamOperator<RawEvent, Carried<RoutedGroup>> {

  private static final long serialVersionUID = 1L;

  /** Risk events of the input, for the searches that correlate. */
  static final OutputTag<Carried<RiskRecord>> RISK =
      new OutputTag<>("risk", EngineType.RISK_RECORD);

  private static final long MINUTE_MILLIS = 60_000;
  private static final long LOOK_MILLIS = 200;

  private final @Nullable LiveContent live;
  private transient @Nullable Faults faults;
  private transient @Nullable DetectionRouter router;
  private transient @Nullable RestoredTime restored;
  private transient @Nullable ContentChanges changes;
  private transient ContentFeed.@Nullable Watch watch;
  private transient @Nullable ContentChange unsaid;
  private transient @Nullable RevisionMetric revision;
  private transient long watermark;
  private transient long seededMinute;

  /** One for all events: most of them give nothing. */
  private transient Consumer<RoutedGroup> groups = this::emit;

  /**
   * @param live how content may change; {@code null} where it cannot
   */
  RouteDetections(JobContent content, @Nullable LiveContent live) {
    super(content);
    this.live = live;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    RestoredTime time = RestoredTime.of(context, "watermark");
    restored = time;
    watermark = time.restoredMillis();
    seededMinute = Long.MIN_VALUE;
    if (live != null) {
      changes = ContentChanges.of(context, content(), live.amendMillis());
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    Objects.requireNonNull(restored).store(watermark);
    if (changes != null) {
      changes.store();
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    groups = this::emit;
    faults = new Faults(ledger(), live == null ? Integer.MAX_VALUE : live.mostFaults(), this::give);
    revision = new RevisionMetric(getMetricGroup());
    ContentChange kept =
        changes == null ? null : changes.atStart(watermark, greatestMillis(ledger()));
    if (kept != null && take(kept)) {
      unsaid = kept;
    }
    follow();
    if (live != null) {
      if (live.feed() != null) {
        watch = live.feed().watch(shipped(), content().places());
      }
      lookLater(0);
    }
  }

  /** Routes by the content that is in force. */
  private void follow() {
    if (router != null) {
      router.settle();
    }
    router =
        new DetectionRouter(
            detections(), ledger(), Objects.requireNonNull(faults), costs().heads());
    Objects.requireNonNull(revision).show(content().content().revisionId(), detections());
  }

  @Override
  public void close() throws Exception {
    if (watch != null) {
      watch.close();
    }
    super.close();
  }

  private void lookLater(long millis) {
    ProcessingTimeService time = getProcessingTimeService();
    var unused = time.registerTimer(time.getCurrentProcessingTime() + millis, at -> look());
  }

  private void look() {
    say();
    OfferedContent offer = watch == null ? null : watch.poll();
    if (offer != null) {
      settle();
      ContentChanges.@Nullable Settled settled =
          Objects.requireNonNull(changes).settle(offer, watermark, greatestMillis(ledger()));
      if (settled != null) {
        follow(settled);
      }
    }
    lookLater(LOOK_MILLIS);
  }

  private void follow(ContentChanges.Settled settled) {
    ContentChange change = settled.change();
    if (change != null && take(change)) {
      unsaid = change;
      follow();
      say();
    }
    give(new Outcome.Revised(settled.report()), Long.MIN_VALUE);
  }

  /** Word of a change goes to all subtasks that come behind, by both ways. */
  private void say() {
    ContentChange change = unsaid;
    if (change != null) {
      unsaid = null;
      output.collect(new StreamRecord<>(new Carried.Change<>("", change)));
      for (int i = 0; i < Objects.requireNonNull(live).parallelism(); i++) {
        output.collect(RISK, new StreamRecord<>(new Carried.Change<>(Integer.toString(i), change)));
      }
    }
  }

  private static long greatestMillis(Ledger ledger) {
    return ledger.find(Ledger.INPUT, Counter.LAST_TIME).orElse(Long.MIN_VALUE);
  }

  @Override
  public void processElement(StreamRecord<RawEvent> element) {
    say();
    RawEvent raw = element.getValue();
    long time = element.getTimestamp();
    if (RiskRecord.isRisk(raw)) {
      output.collect(RISK, new StreamRecord<>(Carried.of(RiskRecord.ofInput(raw, time)), time));
    }
    Objects.requireNonNull(router).route(raw, time, watermark, groups);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    say();
    long minute = Math.floorDiv(mark.getTimestamp(), MINUTE_MILLIS);
    if (minute > seededMinute) { // runs are of whole minutes
      seededMinute = minute;
      Objects.requireNonNull(router).seed(mark.getTimestamp(), groups);
    }
    watermark = Math.max(watermark, mark.getTimestamp());
    super.processWatermark(mark);
  }

  private void emit(RoutedGroup group) {
    // Sorted by time, a seed comes before all events: runs are planned from the first on.
    output.collect(
        new StreamRecord<>(
            Carried.of(group), group.isSeed() ? Long.MIN_VALUE : group.timeMillis()));
  }

  @Override
  protected void settle() {
    Objects.requireNonNull(router).settle();
  }
}
