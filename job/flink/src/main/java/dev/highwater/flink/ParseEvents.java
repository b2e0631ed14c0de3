package dev.highwater.flink;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RecordTimes;
import dev.highwater.engine.detect.RiskRecord;
import dev.highwater.engine.detect.UnparsableEvent;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.flink.type.EngineType;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Gives every record its time, as the timestamp of the stream record; what has none goes to the
 * unparsable output.
 *
 * <p>Operator state: the ledger. Side outputs: outcomes, risk events. Accumulators: {@code events}
 * and {@code bytes}, for a progress display.
 */
final class ParseEvents extends CountingOperator<RawEvent>
    implements OneInputStreamOperator<RawEvent, RawEvent> {

  private static final long serialVersionUID = 1L;

  /** Risk events of the input, for the searches that correlate. */
  static final OutputTag<RiskRecord> RISK = new OutputTag<>("risk", EngineType.RISK_RECORD);

  static final String EVENTS = "events";
  static final String BYTES = "bytes";

  private final JobContent content;
  private final @Nullable ReadingClock clock;
  private final LongCounter events = new LongCounter();
  private final LongCounter bytes = new LongCounter();
  private transient @Nullable RecordTimes times;
  private transient long read;
  private transient @Nullable String input;
  private transient int range;
  private transient long watermark = Long.MIN_VALUE;

  /**
   * @param clock gives watermarks while files are read in a known order; {@code null} for none
   *     before the end
   */
  ParseEvents(JobContent content, @Nullable ReadingClock clock) {
    this.content = content;
    this.clock = clock;
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
    if (clock != null) {
      follow(clock, raw);
    }
    events.add(1L);
    bytes.add(raw.length() + 1L);
    long time = current.timeOf(raw);
    UnparsableEvent.Reason fault = RecordTimes.fault(raw, time);
    if (fault == null) {
      if (RiskRecord.isRisk(raw)) {
        output.collect(RISK, new StreamRecord<>(RiskRecord.ofInput(raw, time), time));
      }
      output.collect(element.replace(raw, time));
    } else {
      ledger().add(Ledger.INPUT, Counter.UNPARSABLE, 1);
      give(new Outcome.Unparsable(UnparsableEvent.of(raw, fault)), Long.MIN_VALUE);
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
      if (least > watermark && least != Long.MIN_VALUE) {
        watermark = least;
        output.emitWatermark(new Watermark(least - 1));
      }
    }
  }

  @Override
  protected void settle() {
    ledger().add(Ledger.INPUT, Counter.READ, read);
    read = 0;
  }
}
