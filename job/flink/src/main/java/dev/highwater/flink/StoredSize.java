package dev.highwater.flink;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.event.FieldValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a subtask has stored of groups, all partitions together, and the most that it had at a
 * time. A restore may give a subtask other partitions than those that it counted: then what it has
 * is right as a sum over subtasks alone, and may be negative.
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
   * @param ledger where both are counted, what there is now after {@link #settle}
   */
  StoredSize(Ledger ledger) {
    this.ledger = ledger;
    slices = ledger.count(Ledger.INPUT, Counter.SLICES_NOW);
    bytes = ledger.count(Ledger.INPUT, Counter.BYTES_NOW);
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
    slices--;
    bytes -= bytes(slice, partials);
  }

  /** Brings the ledger up to date. */
  void settle() {
    count(Counter.SLICES_NOW, slices);
    count(Counter.BYTES_NOW, bytes);
  }

  private void count(Counter counter, long now) {
    ledger.add(Ledger.INPUT, counter, now - ledger.count(Ledger.INPUT, counter));
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
