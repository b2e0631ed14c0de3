package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sorts rows by keys, equal rows in the order in which they came. Comparing in pairs, as S-300 has
 * it, need not be transitive where numbers and texts meet; a plain merge sort gives the same result
 * for the same input even so, where the library's sort may throw.
 */
record RowOrder(List<SortKey> keys) {

  RowOrder {
    keys = List.copyOf(keys);
  }

  /** The rows in order; the given list is left alone. */
  List<Row> sorted(List<Row> rows) {
    Entry[] entries = rows.stream().map(this::entry).toArray(Entry[]::new);
    sort(entries, entries.clone(), 0, entries.length);
    List<Row> sorted = new ArrayList<>(entries.length);
    for (Entry entry : entries) {
      sorted.add(entry.row);
    }
    return sorted;
  }

  /** A row with the values that it is sorted by. */
  private static final class Entry {
    private final Row row;
    private final SortKey.@Nullable Operand[] operands;

    Entry(Row row, SortKey.@Nullable Operand[] operands) {
      this.row = row;
      this.operands = operands;
    }
  }

  private Entry entry(Row row) {
    SortKey.@Nullable Operand[] operands = new SortKey.@Nullable Operand[keys.size()];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = keys.get(i).operand(row.get(keys.get(i).field()));
    }
    return new Entry(row, operands);
  }

  private int compare(Entry left, Entry right) {
    for (int i = 0; i < keys.size(); i++) {
      int order = keys.get(i).compare(left.operands[i], right.operands[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Sorts {@code target[from, to)}; {@code source} holds the same there and is used up. */
  private void sort(Entry[] target, Entry[] source, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    sort(source, target, from, middle);
    sort(source, target, middle, to);
    int left = from;
    int right = middle;
    for (int at = from; at < to; at++) {
      boolean takesLeft =
          right == to || (left < middle && compare(source[left], source[right]) <= 0);
      target[at] = takesLeft ? source[left++] : source[right++];
    }
  }

  /** The keys as {@code sort} writes them. */
  String describe() {
    return keys.stream().map(SortKey::describe).collect(Collectors.joining(", "));
  }
}
