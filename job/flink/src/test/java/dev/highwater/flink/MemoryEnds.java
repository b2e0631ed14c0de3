package dev.highwater.flink;

import dev.highwater.engine.schedule.PartitionEnds;
import java.util.HashMap;
import java.util.Map;

/** What a broker would say of the ends of partitions, in memory. */
final class MemoryEnds implements PartitionEnds, PartitionEnds.Watch {

  private static final long serialVersionUID = 1L;

  final HashMap<String, Long> ends = new HashMap<>();
  long nowMillis;
  boolean isWatched = true;

  @Override
  public Watch watch() {
    return this;
  }

  @Override
  public Map<String, Standing> standing(Map<String, Long> nextOffsets) {
    if (!isWatched) {
      throw new IllegalStateException("nobody looks any more");
    }
    Map<String, Standing> standing = new HashMap<>();
    nextOffsets.forEach(
        (partition, next) -> {
          if (next >= ends.getOrDefault(partition, Long.MAX_VALUE)) {
            standing.put(partition, new Standing(next, nowMillis));
          }
        });
    return standing;
  }

  @Override
  public void close() {}
}
