package dev.highwater.app.savepoint;

import dev.highwater.engine.detect.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Collects in this process what a job gives, which does not fail; without state. */
final class CollectedOutcomes implements Sink<Outcome> {

  private static final long serialVersionUID = 1L;

  /** Sinks travel as bytes: all of them collect here. */
  private static final Queue<Outcome> GIVEN = new ConcurrentLinkedQueue<>();

  /** What was given since the last time. */
  static List<Outcome> take() {
    List<Outcome> taken = new ArrayList<>();
    for (Outcome next = GIVEN.poll(); next != null; next = GIVEN.poll()) {
      taken.add(next);
    }
    return taken;
  }

  @Override
  public SinkWriter<Outcome> createWriter(WriterInitContext context) {
    return new Writer();
  }

  private record Writer() implements SinkWriter<Outcome> {

    @Override
    public void write(Outcome outcome, Context context) {
      GIVEN.add(outcome);
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}
