package dev.highwater.flink;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionRouter;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.UnparsableEvent;
import dev.highwater.engine.event.RawEvent;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Gives every record its time, as the timestamp of the stream record; what has none goes to the
 * unparsable output.
 *
 * <p>Operator state: the ledger. Side outputs: outcomes. Accumulators: {@code events} and {@code
 * bytes}, for a progress display.
 */
final class ParseEvents extends CountingOperator<RawEvent>
    implements OneInputStreamOperator<RawEvent, RawEvent> {

  private static final long serialVersionUID = 1L;

  static final String EVENTS = "events";
  static final String BYTES = "bytes";

  private final JobContent content;
  private final LongCounter events = new LongCounter();
  private final LongCounter bytes = new LongCounter();
  private transient @Nullable DetectionRouter router;
  private transient long read;

  ParseEvents(JobContent content) {
    this.content = content;
  }

  @Override
  public void open() throws Exception {
    super.open();
    router = new DetectionRouter(content.detections(), ledger());
    getRuntimeContext().addAccumulator(EVENTS, events);
    getRuntimeContext().addAccumulator(BYTES, bytes);
  }

  @Override
  public void processElement(StreamRecord<RawEvent> element) {
    RawEvent raw = element.getValue();
    DetectionRouter current = Objects.requireNonNull(router);
    read++;
    events.add(1L);
    bytes.add(raw.length() + 1L);
    long time = current.timeOf(raw);
    UnparsableEvent.Reason fault = current.fault(raw, time);
    if (fault == null) {
      output.collect(element.replace(raw, time));
    } else {
      ledger().add(Ledger.INPUT, Counter.UNPARSABLE, 1);
      give(new Outcome.Unparsable(UnparsableEvent.of(raw, fault)), Long.MIN_VALUE);
    }
  }

  @Override
  protected void settle() {
    ledger().add(Ledger.INPUT, Counter.READ, read);
    read = 0;
  }
}
