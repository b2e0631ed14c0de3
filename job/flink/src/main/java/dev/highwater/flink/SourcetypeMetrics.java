package dev.highwater.flink;

import dev.highwater.engine.event.RawEvent;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/**
 * Counts records and their bytes by sourcetype, in metrics. They start anew with a restore, as
 * Flink's own do.
 */
final class SourcetypeMetrics {

  /** Sourcetypes that are counted by themselves: input may name any number of them. */
  static final int MOST = 200;

  /** Stands for all the others. */
  static final String OTHERS = "(others)";

  private final MetricGroup group;
  private final Map<String, Read> read = new HashMap<>();
  private @Nullable String last;
  private @Nullable Read lastRead;

  /**
   * @param operator the operator's own group
   */
  SourcetypeMetrics(MetricGroup operator) {
    this.group = LedgerMetrics.groupOf(operator);
  }

  private record Read(Counter events, Counter bytes) {

    private static Read in(MetricGroup group) {
      return new Read(group.counter("events"), group.counter("bytes"));
    }

    private void add(long length) {
      events.inc();
      bytes.inc(length);
    }
  }

  /** Counts a record, with the end of its line. */
  void count(RawEvent raw) {
    String sourcetype = raw.origin().sourcetype();
    Read current = lastRead;
    if (current == null || !sourcetype.equals(last)) {
      current = readOf(sourcetype);
      last = sourcetype;
      lastRead = current;
    }
    current.add(raw.length() + 1L);
  }

  private Read readOf(String sourcetype) {
    String counted = read.containsKey(sourcetype) || read.size() < MOST ? sourcetype : OTHERS;
    return read.computeIfAbsent(counted, key -> Read.in(group.addGroup("sourcetype", key)));
  }
}
