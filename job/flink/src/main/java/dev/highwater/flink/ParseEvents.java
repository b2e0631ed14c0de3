package dev.highwater.flink;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RecordTimes;
import dev.highwater.engine.detect.UnparsableEvent;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.schedule.PartitionClock;
import dev.highwater.engine.schedule.PartitionClocks;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.jspecify.annotations.Nullable;

/**
 * Gives every record its time, as the timestamp of the stream record, and makes of it what the
 * index-time rules of its source say; what has no time goes to the unparsable output. Says how far
 * the stream has come, where a clock tells.
 *
 * <p>Operator state: the ledger; the clocks of the partitions, how far those of a live stream have
 * been read, and whether the archive before them has been. Side output: outcomes. Accumulators:
 * {@code events} and {@code bytes}, for a progress display.
 */
final class ParseEvents extends CountingOperator<RawEvent>
    implements OneInputStreamOperator<RawEvent, RawEvent> {

  private static final long serialVersionUID = 1L;

  private static final long LOOK_MILLIS = 200;

  static final String EVENTS = "events";
  static final String BYTES = "bytes";

  private final @Nullable ReadingClock reading;
  private final @Nullable LiveClock live;
  private final @Nullable PartitionedClock partitioned;
  private final boolean isByArrival;
  private final LongCounter events = new LongCounter();
  private final LongCounter bytes = new LongCounter();
  private transient @Nullable SourcetypeMetrics sourcetypes;
  private transient @Nullable RecordTimes times;
  private transient long read;
  private transient @Nullable String input;
  private transient int range;
  private transient long watermark = Long.MIN_VALUE;
  private transient @Nullable KeptClocks clocks;
  private transient @Nullable FollowedPartitions followed;
  private transient @Nullable HandOverState handOver;

  /**
   * @param clock gives watermarks; {@code null} for none before the end
   */
  ParseEvents(JobContent content, @Nullable StreamClock clock) {
    super(content);
    this.reading = clock instanceof ReadingClock known ? known : null;
    this.live = clock == null ? null : clock.live();
    this.partitioned = clock instanceof PartitionedClock following ? following : null;
    this.isByArrival = clock instanceof ArrivalClock;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    if (live != null) {
      clocks = KeptClocks.of(context, live.start());
    }
    if (partitioned != null && clocks != null) {
      followed = FollowedPartitions.of(context, partitioned, clocks.clocks());
    }
    if (partitioned != null && partitioned.handOver() != null) {
      handOver = HandOverState.of(context, partitioned.handOver());
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    if (clocks != null) {
      clocks.store();
    }
    if (followed != null) {
      followed.store();
    }
    if (handOver != null) {
      handOver.store();
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    times = new RecordTimes(detections().knowledge().addOns());
    watermark = Long.MIN_VALUE;
    sourcetypes = new SourcetypeMetrics(getMetricGroup());
    getRuntimeContext().addAccumulator(EVENTS, events);
    getRuntimeContext().addAccumulator(BYTES, bytes);
    if (followed != null && !isInArchive()) {
      followed.begin(startOfPartitions());
      lookAgain();
    }
  }

  private boolean isInArchive() {
    return handOver != null && !handOver.isDone();
  }

  /** A partition holds the others back before its first event, or goes on where an archive ends. */
  private PartitionClock.Reading startOfPartitions() {
    return handOver == null
        ? PartitionClock.Reading.START
        : PartitionClock.Reading.from(handOver.handOver().atMillis());
  }

  /** The archive has been read: from here on the partitions are. */
  private void handOver(HandOverState current) {
    current.end();
    if (followed != null && clocks != null) {
      followed.begin(startOfPartitions());
      pass(clocks.clocks().watermarkMillis());
      lookAgain();
    }
  }

  @Override
  public void close() throws Exception {
    if (followed != null) {
      followed.close();
    }
    super.close();
  }

  private void lookAgain() {
    ProcessingTimeService time = getProcessingTimeService();
    var unused =
        time.registerTimer(time.getCurrentProcessingTime() + LOOK_MILLIS, at -> lookAtEnds());
  }

  /** Partitions that have nothing to be read go on with the time of day. */
  private void lookAtEnds() {
    if (followed != null && clocks != null) {
      followed.lookAtEnds();
      pass(clocks.clocks().watermarkMillis());
      lookAgain();
    }
  }

  @Override
  public void processElement(StreamRecord<RawEvent> element) {
    RawEvent raw = element.getValue();
    HandOverState archive = isInArchive() ? handOver : null;
    if (archive != null && HandOver.isMark(raw)) {
      handOver(archive);
      return;
    }
    RecordTimes current = Objects.requireNonNull(times);
    read++;
    if (archive != null) {
      follow(archive.handOver().archive(), raw, archive.handOver().atMillis());
    } else {
      follow(raw);
    }
    events.add(1L);
    bytes.add(raw.length() + 1L);
    Objects.requireNonNull(sourcetypes).count(raw);
    long time;
    RawEvent kept;
    UnparsableEvent.Reason fault;
    try {
      time = current.timeOf(raw);
      kept = current.indexed(raw);
      fault = RecordTimes.fault(raw, time);
    } catch (RuntimeException e) { // the one isolation boundary: an event that fails is told of
      time = RawEvent.NO_TIME;
      kept = raw;
      fault = UnparsableEvent.Reason.FAULT;
    }
    if (kept == null) {
      ledger().add(Ledger.INPUT, Counter.OUTSIDE, 1);
    } else if (fault == null) {
      take(element.replace(kept, time), time);
    } else {
      ledger().add(Ledger.INPUT, Counter.UNPARSABLE, 1);
      give(new Outcome.Unparsable(UnparsableEvent.of(raw, fault)), Long.MIN_VALUE);
    }
  }

  /** What the place of a record says of those to come. */
  private void follow(RawEvent raw) {
    if (followed != null) {
      followed.read(raw);
    }
    if (reading != null) {
      follow(reading, raw, Long.MAX_VALUE);
    }
    if (isByArrival) {
      pass(raw.indexTimeMillis());
    }
  }

  private void take(StreamRecord<RawEvent> element, long time) {
    if (clocks == null || isInArchive()) {
      emitOfPart(element, time);
      return;
    }
    PartitionClocks following = clocks.clocks();
    String partition = element.getValue().origin().input();
    long arrival = element.getValue().indexTimeMillis();
    if (arrival != RawEvent.NO_TIME && followed == null) {
      // Records come in the order of their arrival: up to now there was nothing else to read.
      following.standAtEnd(arrival);
      pass(following.watermarkMillis());
    }
    long lead = following.follow(partition, time);
    if (lead > 0) {
      ledger().add(Ledger.INPUT, Counter.FUTURE, 1);
      EventPosition position = EventPosition.of(element.getValue());
      give(new Outcome.Future(position, time, lead), Long.MIN_VALUE);
      return;
    }
    emitOfPart(element, time);
    if (followed == null) {
      following.standAtEnd(
          arrival == RawEvent.NO_TIME ? following.greatestMillis(partition) : arrival);
    }
    pass(following.watermarkMillis());
  }

  /** What the other part of the input has is only counted. */
  private void emitOfPart(StreamRecord<RawEvent> element, long time) {
    if (handOver != null && handOver.isOfOtherPart(time)) {
      ledger().add(Ledger.INPUT, Counter.OTHER_PART, 1);
    } else {
      output.collect(element);
    }
  }

  private void pass(long millis) {
    if (millis > watermark) {
      watermark = millis;
      output.emitWatermark(new Watermark(millis));
    }
  }

  /** A range that is begun ends the wait for all that comes before its least time, or the end. */
  private void follow(ReadingClock current, RawEvent raw, long endMillis) {
    String name = raw.origin().input();
    int begun = current.rangeOf(name, raw.offset());
    if (begun != range || !name.equals(input)) {
      input = name;
      range = begun;
      long least = current.leastFrom(name, begun);
      if (least != Long.MIN_VALUE) {
        pass(Math.min(least, endMillis) - 1);
      }
    }
  }

  @Override
  protected void settle() {
    ledger().add(Ledger.INPUT, Counter.READ, read);
    read = 0;
  }
}
