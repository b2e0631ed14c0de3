package dev.highwater.flink;

import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.schedule.PartitionClock;
import dev.highwater.engine.schedule.PartitionClocks;
import dev.highwater.engine.schedule.PartitionEnds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.jspecify.annotations.Nullable;

/** How far the partitions of a live stream have been read, over a restore (S-2045). */
final class FollowedPartitions {

  private final ListState<Tuple2<String, Long>> state;
  private final PartitionedClock clock;
  private final PartitionClocks clocks;
  private final Map<String, Long> nextOffsets;
  private String reading = "";
  private long nextOffset;
  private PartitionEnds.@Nullable Watch watch;

  private FollowedPartitions(
      ListState<Tuple2<String, Long>> state, PartitionedClock clock, PartitionClocks clocks) {
    this.state = state;
    this.clock = clock;
    this.clocks = clocks;
    this.nextOffsets = new HashMap<>(clock.starts());
  }

  /** Goes on with what was kept. */
  static FollowedPartitions of(
      StateInitializationContext context, PartitionedClock clock, PartitionClocks clocks)
      throws Exception {
    ListState<Tuple2<String, Long>> state =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>("next-offsets", Types.TUPLE(Types.STRING, Types.LONG)));
    FollowedPartitions followed = new FollowedPartitions(state, clock, clocks);
    for (Tuple2<String, Long> each : state.get()) {
      followed.nextOffsets.put(each.f0, each.f1);
    }
    return followed;
  }

  /** Begins those of which nothing is known yet, and to watch where they all end. */
  void begin(PartitionClock.Reading reading) {
    for (String partition : clock.starts().keySet()) {
      if (!clocks.readings().containsKey(partition)) {
        clocks.begin(partition, reading);
      }
    }
    watch = clock.ends().watch();
  }

  /** Makes nothing for a record behind another of its partition. */
  void read(RawEvent record) {
    String partition = record.origin().input();
    if (!partition.equals(reading)) {
      settle();
      reading = partition;
    }
    nextOffset = record.offset() + 1;
  }

  private void settle() {
    if (!reading.isEmpty()) {
      nextOffsets.put(reading, nextOffset);
    }
  }

  /** Tells the clocks of those partitions that had nothing more behind what has been read. */
  void lookAtEnds() {
    if (watch == null) {
      return;
    }
    settle();
    watch
        .standing(nextOffsets)
        .forEach(
            (partition, standing) -> {
              Long next = nextOffsets.get(partition);
              if (next != null && next == standing.nextOffset()) {
                clocks.standAtEnd(partition, standing.atMillis());
              }
            });
  }

  void store() throws Exception {
    settle();
    List<Tuple2<String, Long>> offsets =
        nextOffsets.entrySet().stream()
            .map(each -> Tuple2.of(each.getKey(), each.getValue()))
            .toList();
    state.update(offsets);
  }

  void close() {
    if (watch != null) {
      watch.close();
    }
  }
}
