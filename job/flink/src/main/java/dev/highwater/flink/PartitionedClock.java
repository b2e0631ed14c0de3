package dev.highwater.flink;

import dev.highwater.engine.schedule.PartitionEnds;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets a stream be as late as its partitions are, which are read side by side and each in its order
 * (S-1964). One of which all has been read goes on with the time of day.
 *
 * @param live how events are waited for
 * @param starts by partition, where reading begins; no partition of these is left behind before its
 *     first event
 * @param ends tells of which partitions all has been read
 * @param handOver from an archive that is read before them; null where there is none
 */
public record PartitionedClock(
    LiveClock live, TreeMap<String, Long> starts, PartitionEnds ends, @Nullable HandOver handOver)
    implements StreamClock {

  private static final long serialVersionUID = 1L;

  /** Of partitions only. */
  public PartitionedClock(LiveClock live, TreeMap<String, Long> starts, PartitionEnds ends) {
    this(live, starts, ends, null);
  }
}
