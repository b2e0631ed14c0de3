package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a partition holds, put in order by time and with {@link RunningSums}, so that neither a run
 * nor what follows it looks at every slice. Made of what is stored, and of no use but to be quick.
 * Not safe for use by several threads.
 */
public final class SliceTable implements StoredGroups {

  /** Where groups have fewer slices than that on average, sums are no gain. */
  private static final int LEAST_SLICES = 16;

  /** A run looks at every group. */
  private static final int MOST_GROUPS = 1000;

  private final Merging merging;
  private final Map<GroupSlice, RunningSums> groups = new HashMap<>();
  private final TreeMap<Long, Set<GroupSlice>> byTime = new TreeMap<>();

  /** Merges what is stored of a detection's scan. */
  @FunctionalInterface
  public interface Merging {
    BinaryOperator<List<@Nullable FieldValue>> of(String detection, int scan);
  }

  private SliceTable(Merging merging) {
    this.merging = merging;
  }

  /** {@code null} where it would be no gain. */
  public static @Nullable SliceTable of(
      Iterable<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> stored, Merging merging) {
    int size = 0;
    Set<GroupSlice> groups = new HashSet<>();
    for (Map.Entry<GroupSlice, List<@Nullable FieldValue>> entry : stored) {
      if (entry.getKey().contribution().isOfOneEvent()) {
        return null; // a run may have to leave it out
      }
      size++;
      groups.add(group(entry.getKey()));
      if (groups.size() > MOST_GROUPS) {
        return null;
      }
    }
    if (size < LEAST_SLICES * groups.size() || size == 0) {
      return null;
    }
    SliceTable table = new SliceTable(merging);
    stored.forEach(entry -> table.add(entry.getKey(), entry.getValue()));
    return table;
  }

  private static GroupSlice group(GroupSlice slice) {
    return new GroupSlice(slice.detection(), slice.scan(), 0, slice.key());
  }

  /** Adds to what a slice holds. */
  public void add(GroupSlice slice, List<@Nullable FieldValue> partials) {
    groups
        .computeIfAbsent(
            group(slice), group -> new RunningSums(merging.of(group.detection(), group.scan())))
        .add(slice.sliceMillis(), partials);
    byTime.computeIfAbsent(slice.sliceMillis(), time -> new HashSet<>()).add(slice);
  }

  /** Lets go of a slice. */
  public void drop(GroupSlice slice) {
    GroupSlice group = group(slice);
    RunningSums sums = groups.get(group);
    Set<GroupSlice> ofItsTime = byTime.get(slice.sliceMillis());
    if (sums == null || ofItsTime == null || !ofItsTime.remove(slice)) {
      return;
    }
    sums.drop(slice.sliceMillis());
    if (sums.isEmpty()) {
      groups.remove(group);
    }
    if (ofItsTime.isEmpty()) {
      byTime.remove(slice.sliceMillis());
    }
  }

  public boolean isEmpty() {
    return groups.isEmpty();
  }

  /** All slices, the oldest first. Not to be gone on with after one has been dropped. */
  public Iterable<GroupSlice> oldestFirst() {
    return () -> byTime.values().stream().flatMap(Set::stream).iterator();
  }

  @Override
  public List<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> in(
      String detection, int scan, SearchWindow window, long knownMillis) {
    List<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> searched = new ArrayList<>();
    groups.forEach(
        (group, sums) -> {
          if (group.detection().equals(detection) && group.scan() == scan) {
            sums.in(window.earliestMillis(), window.latestMillis())
                .forEach(term -> searched.add(Map.entry(group, term)));
          }
        });
    return searched;
  }
}
