package dev.highwater.flink;

import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.detect.SliceTable;
import dev.highwater.engine.detect.StoredGroups;
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
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.array.LongPrimitiveArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the partition whose key is current: partial aggregates by group and slice, the
 * next runs to be done, the time over which searches run though no event asks for it, the lookups
 * that its searches have written.
 */
final class PartitionState {

  private final MapState<GroupSlice, List<@Nullable FieldValue>> groups;
  private final MapState<ScheduledRun, Boolean> pending;
  private final MapState<String, LookupTable> lookups;
  private final MapState<String, long[]> covered;
  private final MapState<GroupSlice, Boolean> early;
  private final SliceTables tables;
  private final StoredSize size;

  /**
   * The time over which all runs of a detection are done.
   *
   * @param doneMillis scheduled time of the last one that is done, {@code Long.MIN_VALUE} before
   */
  record Covered(long firstMillis, long lastMillis, long doneMillis) {

    private Covered with(Covered other) {
      return new Covered(
          Math.min(firstMillis, other.firstMillis),
          Math.max(lastMillis, other.lastMillis),
          Math.max(doneMillis, other.doneMillis));
    }
  }

  PartitionState(KeyedStateStore store, SliceTables tables, StoredSize size) {
    this.tables = tables;
    this.size = size;
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
    early =
        store.getMapState(
            new MapStateDescriptor<>(
                "early", new GroupSliceSerializer(), BooleanSerializer.INSTANCE));
    covered =
        store.getMapState(
            new MapStateDescriptor<>(
                "covered", StringSerializer.INSTANCE, LongPrimitiveArraySerializer.INSTANCE));
  }

  /** Brings the ledger up to date. */
  void settle() {
    size.settle();
  }

  /** Adds partial aggregates to those of a slice. */
  void add(
      GroupSlice slice,
      List<@Nullable FieldValue> partials,
      BinaryOperator<List<@Nullable FieldValue>> merge)
      throws Exception {
    List<@Nullable FieldValue> stored = groups.get(slice);
    List<@Nullable FieldValue> sum = stored == null ? partials : merge.apply(stored, partials);
    groups.put(slice, sum);
    if (stored != null) {
      size.dropped(slice, stored);
    }
    size.stored(slice, sum);
    SliceTable table = tables.current();
    if (table != null) {
      table.add(slice, partials);
    }
  }

  /** What is stored, for a run. */
  StoredGroups groups() throws Exception {
    SliceTable table = tables.current();
    if (table == null) {
      table = tables.make(groups.entries());
    }
    return table == null ? StoredGroups.of(groups.entries()) : table;
  }

  /** Whether {@link #slices} has the oldest ones first. */
  boolean isOldestFirst() {
    return tables.current() != null;
  }

  /** The slices that hold something; not to be gone on with after one has been dropped. */
  Iterable<GroupSlice> slices() throws Exception {
    SliceTable table = tables.current();
    return table == null ? groups.keys() : table.oldestFirst();
  }

  /** The slices that hold something; a copy. */
  List<GroupSlice> allSlices() throws Exception {
    List<GroupSlice> slices = new ArrayList<>();
    groups.keys().forEach(slices::add);
    return slices;
  }

  /** Drops what earlier forms of an event left. */
  void dropReplaced(GroupSlice slice) throws Exception {
    for (GroupSlice stored : allSlices()) {
      if (stored.isReplacedBy(slice)) {
        drop(stored);
      }
    }
  }

  /** What a slice holds, which it then no longer does. */
  List<@Nullable FieldValue> take(GroupSlice slice) throws Exception {
    List<@Nullable FieldValue> held = Objects.requireNonNull(groups.get(slice));
    drop(slice);
    return held;
  }

  void drop(GroupSlice slice) throws Exception {
    List<@Nullable FieldValue> stored = groups.get(slice);
    if (stored != null) {
      size.dropped(slice, stored);
    }
    groups.remove(slice);
    SliceTable table = tables.current();
    if (table != null) {
      table.drop(slice);
      if (table.isEmpty()) {
        tables.forget();
      }
    }
  }

  /** Whether the run is new here. */
  boolean schedule(ScheduledRun run) throws Exception {
    if (pending.contains(run)) {
      return false;
    }
    pending.put(run, true);
    return true;
  }

  Iterable<ScheduledRun> scheduled() throws Exception {
    return pending.keys();
  }

  /** Lets go of all that is kept for texts of detections that are gone. */
  void forgetOthers(Predicate<String> isKnown) throws Exception {
    List<ScheduledRun> runs = new ArrayList<>();
    for (ScheduledRun each : pending.keys()) {
      if (!isKnown.test(each.detection())) {
        runs.add(each);
      }
    }
    for (ScheduledRun each : runs) {
      pending.remove(each);
      covered.remove(each.detection());
      endEarly(new ScheduledRun(each.detection(), Long.MAX_VALUE));
      for (GroupSlice slice : allSlices()) {
        if (slice.detection().equals(each.detection())) {
          drop(slice);
        }
      }
    }
  }

  void done(ScheduledRun run) throws Exception {
    pending.remove(run);
  }

  /** Whether a group was given early for a run, whose scheduled time it has for a slice. */
  boolean isGiven(GroupSlice groupOfRun) throws Exception {
    return early.contains(groupOfRun);
  }

  void give(GroupSlice groupOfRun) throws Exception {
    early.put(groupOfRun, true);
  }

  /** The run is done: nothing of it is early any more. */
  void endEarly(ScheduledRun run) throws Exception {
    List<GroupSlice> ended = new ArrayList<>();
    for (GroupSlice each : early.keys()) {
      if (each.sliceMillis() <= run.scheduledMillis() && each.detection().equals(run.detection())) {
        ended.add(each);
      }
    }
    for (GroupSlice each : ended) {
      early.remove(each);
    }
  }

  /** Adds to the time over which a detection runs; all of it, and what lies between. */
  Covered cover(String detection, Covered added) throws Exception {
    Covered before = covered(detection);
    Covered all = before == null ? added : before.with(added);
    if (!all.equals(before)) {
      covered.put(detection, new long[] {all.firstMillis(), all.lastMillis(), all.doneMillis()});
    }
    return all;
  }

  /** {@code null} of a detection that runs only where events ask for it. */
  @Nullable Covered covered(String detection) throws Exception {
    long[] times = covered.get(detection);
    return times == null ? null : new Covered(times[0], times[1], times[2]);
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

  /** At the end: lookups are given out, and there is no time left that runs could cover. */
  void end() throws Exception {
    for (Map.Entry<GroupSlice, List<@Nullable FieldValue>> each : groups.entries()) {
      size.dropped(each.getKey(), each.getValue());
    }
    lookups.clear();
    covered.clear();
    groups.clear();
    tables.forget();
  }
}
