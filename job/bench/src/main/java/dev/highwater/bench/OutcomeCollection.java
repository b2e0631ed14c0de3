package dev.highwater.bench;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Keeps what a job gives in the class, with the time at which early findings came out; for one
 * subtask in the JVM of the program.
 */
final class OutcomeCollection implements Sink<Outcome> {

  private static final long serialVersionUID = 1L;

  private static final Map<String, String> FOUND = new TreeMap<>();
  private static final Set<String> EARLY = new HashSet<>();
  private static final List<Arrival> ARRIVALS = new ArrayList<>();

  /**
   * An early finding.
   *
   * @param number of the event that its row names by its process
   */
  record Arrival(long number, long nanos) {}

  static void clear() {
    FOUND.clear();
    EARLY.clear();
    ARRIVALS.clear();
  }

  /** The final findings: their rows by their ids. */
  static Map<String, String> found() {
    return new TreeMap<>(FOUND);
  }

  /** The ids of those that were early. */
  static Set<String> early() {
    return new HashSet<>(EARLY);
  }

  static List<Arrival> arrivals() {
    return List.copyOf(ARRIVALS);
  }

  @Override
  public SinkWriter<Outcome> createWriter(WriterInitContext context) {
    return new Writer();
  }

  private record Writer() implements SinkWriter<Outcome> {

    @Override
    public void write(Outcome outcome, Context context) {
      if (outcome instanceof Outcome.Early early) {
        long now = System.nanoTime();
        EARLY.add(early.finding().findingId());
        FieldValue process = early.finding().row().get("process_id");
        if (process != null && process.number() >= EventTemplate.FIRST_NUMBER) {
          ARRIVALS.add(new Arrival((long) process.number() - EventTemplate.FIRST_NUMBER, now));
        }
      } else if (outcome instanceof Outcome.Found found) {
        FOUND.put(found.finding().findingId(), row(found.finding()));
      }
    }

    private static String row(Finding finding) {
      Map<String, String> row = new TreeMap<>();
      for (String name : finding.row().names()) {
        FieldValue value = finding.row().get(name);
        row.put(name, value == null ? "" : value.text());
      }
      return finding.detectionId() + " " + finding.window() + " " + row;
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}
