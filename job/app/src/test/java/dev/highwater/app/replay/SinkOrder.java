package dev.highwater.app.replay;

import dev.highwater.engine.detect.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Notes in this process in which order outcomes and watermarks reach the sink. */
final class SinkOrder implements Sink<Outcome> {

  private static final long serialVersionUID = 1L;

  /** Sinks travel as bytes: all of them note here. */
  private static final Queue<Arrival> ARRIVALS = new ConcurrentLinkedQueue<>();

  /**
   * Something that came.
   *
   * @param timeMillis scheduled time of a finding; of a watermark its time
   */
  record Arrival(boolean isFinding, long timeMillis) {}

  /** What came since the last time. */
  static List<Arrival> take() {
    List<Arrival> taken = new ArrayList<>(ARRIVALS);
    ARRIVALS.clear();
    return taken;
  }

  @Override
  public SinkWriter<Outcome> createWriter(WriterInitContext context) {
    return new Writer();
  }

  private record Writer() implements SinkWriter<Outcome> {

    @Override
    public void write(Outcome outcome, Context context) {
      if (outcome instanceof Outcome.Found found) {
        ARRIVALS.add(new Arrival(true, found.finding().window().scheduledMillis()));
      }
    }

    @Override
    public void writeWatermark(Watermark watermark) {
      ARRIVALS.add(new Arrival(false, watermark.getTimestamp()));
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}
