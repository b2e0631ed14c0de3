package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionRuns;
import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.detect.ScheduledSearch;
import dev.highwater.engine.detect.SliceTable;
import dev.highwater.engine.event.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the slices of the partitions that have been at work of late, beside their state: they
 * follow from it, and are made anew where they are missing.
 */
final class SliceTables {

  private static final int MOST = 1000;

  private final Supplier<Object> currentKey;
  private final SliceTable.Merging merging;
  private final Map<Object, SliceTable> tables = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param currentKey names the partition whose turn it is
   */
  SliceTables(Supplier<Object> currentKey, Function<String, DetectionRuns> runsOf) {
    this.currentKey = currentKey;
    this.merging =
        (detection, scan) -> {
          ScheduledSearch search = runsOf.apply(detection).search();
          return (left, right) -> search.merge(scan, left, right);
        };
  }

  /** That of the current partition, {@code null} where there is none. */
  @Nullable SliceTable current() {
    return tables.isEmpty() ? null : tables.get(currentKey.get());
  }

  /** Makes one of what the current partition holds, {@code null} where it would be no gain. */
  @Nullable SliceTable make(Iterable<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> stored) {
    SliceTable table = SliceTable.of(stored, merging);
    if (table != null) {
      if (tables.size() == MOST) {
        tables.remove(tables.keySet().iterator().next());
      }
      tables.put(currentKey.get(), table);
    }
    return table;
  }

  /** The current partition holds nothing any more, or something else. */
  void forget() {
    if (!tables.isEmpty()) {
      tables.remove(currentKey.get());
    }
  }
}
