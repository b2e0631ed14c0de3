package dev.highwater.flink;

import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.flink.type.GroupSliceSerializer;
import dev.highwater.flink.type.LookupTableSerializer;
import dev.highwater.flink.type.PartialsSerializer;
import dev.highwater.flink.type.ScheduledRun;
import dev.highwater.flink.type.ScheduledRunSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the partition whose key is current: partial aggregates by group and slice, the
 * runs that are still to be done, the lookups that its searches have written.
 */
final class PartitionState {

  private final MapState<GroupSlice, List<@Nullable FieldValue>> groups;
  private final MapState<ScheduledRun, Boolean> pending;
  private final MapState<String, LookupTable> lookups;

  PartitionState(KeyedStateStore store) {
    groups =
        store.getMapState(
            new MapStateDescriptor<>(
                "groups", new GroupSliceSerializer(), new PartialsSerializer()));
    pending =
        store.getMapState(
            new MapStateDescriptor<>(
                "pending", new ScheduledRunSerializer(), BooleanSerializer.INSTANCE));
    lookups =
        store.getMapState(
            new MapStateDescriptor<>(
                "lookups", StringSerializer.INSTANCE, new LookupTableSerializer()));
  }

  /** Adds partial aggregates to those of a slice. */
  void add(
      GroupSlice slice,
      List<@Nullable FieldValue> partials,
      BinaryOperator<List<@Nullable FieldValue>> merge)
      throws Exception {
    List<@Nullable FieldValue> stored = groups.get(slice);
    groups.put(slice, stored == null ? partials : merge.apply(stored, partials));
  }

  Iterable<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> groups() throws Exception {
    return groups.entries();
  }

  /** The slices that hold something; a copy. */
  List<GroupSlice> slices() throws Exception {
    List<GroupSlice> slices = new ArrayList<>();
    groups.keys().forEach(slices::add);
    return slices;
  }

  /** Drops what earlier forms of an event left. */
  void dropReplaced(GroupSlice slice) throws Exception {
    for (GroupSlice stored : slices()) {
      if (stored.isReplacedBy(slice)) {
        groups.remove(stored);
      }
    }
  }

  void drop(GroupSlice slice) throws Exception {
    groups.remove(slice);
  }

  /** Whether the run is new here. */
  boolean schedule(ScheduledRun run) throws Exception {
    if (pending.contains(run)) {
      return false;
    }
    pending.put(run, true);
    return true;
  }

  boolean isScheduled(ScheduledRun run) throws Exception {
    return pending.contains(run);
  }

  Iterable<ScheduledRun> scheduled() throws Exception {
    return pending.keys();
  }

  void done(ScheduledRun run) throws Exception {
    pending.remove(run);
  }

  /** The lookups that have been written, by name; a copy. */
  Map<String, LookupTable> lookups() throws Exception {
    Map<String, LookupTable> written = new TreeMap<>();
    for (Map.Entry<String, LookupTable> each : lookups.entries()) {
      written.put(each.getKey(), each.getValue());
    }
    return written;
  }

  void write(Map<String, LookupTable> written) throws Exception {
    lookups.putAll(written);
  }

  void dropLookups() {
    lookups.clear();
  }
}
