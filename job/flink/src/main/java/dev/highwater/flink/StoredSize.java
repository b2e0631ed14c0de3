package dev.highwater.flink;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.event.FieldValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a subtask has stored of groups, all partitions together, and the most that it had at a
 * time. Counts from the start or the last restore on; the ledger keeps the most of all.
 */
final class StoredSize {

  /** What an entry takes beside its values. */
  private static final int OVERHEAD = 100;

  private final Ledger ledger;
  private long slices;
  private long bytes;
  private long mostSlices;
  private long mostBytes;

  /**
   * @param ledger where the most is counted
   */
  StoredSize(Ledger ledger) {
    this.ledger = ledger;
    mostSlices = ledger.count(Ledger.INPUT, Counter.STORED_SLICES);
    mostBytes = ledger.count(Ledger.INPUT, Counter.STORED_BYTES);
  }

  void stored(GroupSlice slice, List<@Nullable FieldValue> partials) {
    slices++;
    bytes += bytes(slice, partials);
    if (slices > mostSlices) {
      ledger.add(Ledger.INPUT, Counter.STORED_SLICES, slices - mostSlices);
      mostSlices = slices;
    }
    if (bytes > mostBytes) {
      ledger.add(Ledger.INPUT, Counter.STORED_BYTES, bytes - mostBytes);
      mostBytes = bytes;
    }
  }

  void dropped(GroupSlice slice, List<@Nullable FieldValue> partials) {
    slices = Math.max(0, slices - 1);
    bytes = Math.max(0, bytes - bytes(slice, partials));
  }

  private static long bytes(GroupSlice slice, List<@Nullable FieldValue> partials) {
    return OVERHEAD + bytes(slice.key()) + bytes(partials);
  }

  private static long bytes(List<@Nullable FieldValue> values) {
    long sum = 0;
    for (FieldValue value : values) {
      sum += value == null ? 8 : value.estimatedBytes();
    }
    return sum;
  }
}
