package dev.highwater.flink;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RecordTimes;
import dev.highwater.engine.detect.RiskRecord;
import dev.highwater.engine.detect.UnparsableEvent;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.schedule.EventClock;
import dev.highwater.flink.type.EngineType;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Gives every record its time, as the timestamp of the stream record, and makes of it what the
 * index-time rules of its source say; what has no time goes to the unparsable output. Says how far
 * the stream has come, where a clock tells.
 *
 * <p>Operator state: the ledger; the greatest time that the clock has followed, as a union. Side
 * outputs: outcomes, risk events. Accumulators: {@code events} and {@code bytes}, for a progress
 * display.
 */
final class ParseEvents extends CountingOperator<RawEvent>
    implements OneInputStreamOperator<RawEvent, RawEvent> {

  private static final long serialVersionUID = 1L;

  /** Risk events of the input, for the searches that correlate. */
  static final OutputTag<RiskRecord> RISK = new OutputTag<>("risk", EngineType.RISK_RECORD);

  static final String EVENTS = "events";
  static final String BYTES = "bytes";

  private final JobContent content;
  private final @Nullable ReadingClock reading;
  private final @Nullable LiveClock live;
  private final boolean isByArrival;
  private final LongCounter events = new LongCounter();
  private final LongCounter bytes = new LongCounter();
  private transient @Nullable RecordTimes times;
  private transient long read;
  private transient @Nullable String input;
  private transient int range;
  private transient long watermark = Long.MIN_VALUE;
  private transient @Nullable EventClock clock;
  private transient @Nullable RestoredTime greatest;

  /**
   * @param clock gives watermarks; {@code null} for none before the end
   */
  ParseEvents(JobContent content, @Nullable StreamClock clock) {
    this.content = content;
    this.reading = clock instanceof ReadingClock known ? known : null;
    this.live = clock instanceof LiveClock following ? following : null;
    this.isByArrival = clock instanceof ArrivalClock;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    if (live != null) {
      RestoredTime restored = RestoredTime.of(context, "greatest-time");
      greatest = restored;
      clock = live.start(restored.restoredMillis());
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    if (greatest != null && clock != null) {
      greatest.store(clock.greatestMillis());
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    times = new RecordTimes(content.detections(getRuntimeContext()).knowledge().addOns());
    watermark = Long.MIN_VALUE;
    getRuntimeContext().addAccumulator(EVENTS, events);
    getRuntimeContext().addAccumulator(BYTES, bytes);
  }

  @Override
  public void processElement(StreamRecord<RawEvent> element) {
    RawEvent raw = element.getValue();
    RecordTimes current = Objects.requireNonNull(times);
    read++;
    if (reading != null) {
      follow(reading, raw);
    }
    if (isByArrival) {
      pass(raw.indexTimeMillis());
    }
    events.add(1L);
    bytes.add(raw.length() + 1L);
    long time = current.timeOf(raw);
    RawEvent kept = current.indexed(raw);
    UnparsableEvent.Reason fault = RecordTimes.fault(raw, time);
    if (kept == null) {
      ledger().add(Ledger.INPUT, Counter.OUTSIDE, 1);
    } else if (fault == null) {
      take(element.replace(kept, time), time);
    } else {
      ledger().add(Ledger.INPUT, Counter.UNPARSABLE, 1);
      give(new Outcome.Unparsable(UnparsableEvent.of(raw, fault)), Long.MIN_VALUE);
    }
  }

  private void take(StreamRecord<RawEvent> element, long time) {
    EventClock following = clock;
    if (following == null) {
      emit(element, time);
      return;
    }
    long lead = following.follow(time);
    if (lead > 0) {
      ledger().add(Ledger.INPUT, Counter.FUTURE, 1);
      EventPosition position = EventPosition.of(element.getValue());
      give(new Outcome.Future(position, time, lead), Long.MIN_VALUE);
      return;
    }
    emit(element, time);
    pass(following.watermarkMillis());
  }

  private void emit(StreamRecord<RawEvent> element, long time) {
    if (RiskRecord.isRisk(element.getValue())) {
      output.collect(RISK, new StreamRecord<>(RiskRecord.ofInput(element.getValue(), time), time));
    }
    output.collect(element);
  }

  private void pass(long millis) {
    if (millis > watermark) {
      watermark = millis;
      output.emitWatermark(new Watermark(millis));
    }
  }

  /** A range that is begun ends the wait for all that comes before its least time. */
  private void follow(ReadingClock current, RawEvent raw) {
    String name = raw.origin().input();
    int begun = current.rangeOf(name, raw.offset());
    if (begun != range || !name.equals(input)) {
      input = name;
      range = begun;
      long least = current.leastFrom(name, begun);
      if (least != Long.MIN_VALUE) {
        pass(least - 1);
      }
    }
  }

  @Override
  protected void settle() {
    ledger().add(Ledger.INPUT, Counter.READ, read);
    read = 0;
  }
}
