package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The slices of one group, with sums for windows that move on: for each of the older slices the sum
 * of it and of all that follow up to a turning point, and one sum of what is behind that point. So
 * a window takes two sums, however many slices it holds; when it has left all the older slices
 * behind, the turning point moves to its end. Not safe for use by several threads.
 */
final class RunningSums {

  private final BinaryOperator<List<@Nullable FieldValue>> merge;
  private final TreeMap<Long, List<@Nullable FieldValue>> slices = new TreeMap<>();
  private final TreeMap<Long, List<@Nullable FieldValue>> older = new TreeMap<>();
  private @Nullable List<@Nullable FieldValue> newer;
  private long fromMillis;
  private long turnMillis;
  private long summedMillis;

  /**
   * @param merge the sum of two; the order of the terms does not matter
   */
  RunningSums(BinaryOperator<List<@Nullable FieldValue>> merge) {
    this.merge = merge;
    forget();
  }

  private void forget() {
    older.clear();
    newer = null;
    fromMillis = Long.MIN_VALUE;
    turnMillis = Long.MIN_VALUE;
    summedMillis = Long.MIN_VALUE;
  }

  boolean isEmpty() {
    return slices.isEmpty();
  }

  /** Adds to what a slice holds. */
  void add(long sliceMillis, List<@Nullable FieldValue> partials) {
    slices.merge(sliceMillis, partials, merge);
    if (sliceMillis < fromMillis || sliceMillis >= summedMillis) {
      return; // in no sum
    }
    if (sliceMillis >= turnMillis) {
      newer = sum(newer, partials);
    } else {
      if (!older.containsKey(sliceMillis)) {
        Map.Entry<Long, List<@Nullable FieldValue>> next = older.higherEntry(sliceMillis);
        older.put(sliceMillis, sum(next == null ? null : next.getValue(), partials));
        older.headMap(sliceMillis, false).replaceAll((time, sum) -> merge.apply(sum, partials));
      } else {
        older.headMap(sliceMillis, true).replaceAll((time, sum) -> merge.apply(sum, partials));
      }
    }
  }

  /** Lets go of a slice. Costs little for the oldest one of all, which no other's sum holds. */
  void drop(long sliceMillis) {
    boolean isOldest = !slices.isEmpty() && slices.firstKey() == sliceMillis;
    slices.remove(sliceMillis);
    older.remove(sliceMillis);
    if (!isOldest || (sliceMillis >= turnMillis && sliceMillis < summedMillis)) {
      forget();
    }
  }

  /**
   * What {@code [fromMillis, toMillis)} holds, as terms of a sum: one or two where no border lies
   * before that of the last window.
   */
  List<List<@Nullable FieldValue>> in(long from, long to) {
    if (from < fromMillis || to < summedMillis) {
      return new ArrayList<>(slices.subMap(from, to).values());
    }
    if (from >= turnMillis) {
      turn(from, to);
    } else {
      sumUpTo(to);
    }
    List<List<@Nullable FieldValue>> terms = new ArrayList<>(2);
    Map.Entry<Long, List<@Nullable FieldValue>> first = older.ceilingEntry(from);
    if (first != null) {
      terms.add(first.getValue());
    }
    if (newer != null) {
      terms.add(newer);
    }
    return terms;
  }

  private void sumUpTo(long to) {
    for (List<@Nullable FieldValue> partials : slices.subMap(summedMillis, to).values()) {
      newer = sum(newer, partials);
    }
    summedMillis = to;
  }

  private void turn(long from, long to) {
    older.clear();
    List<@Nullable FieldValue> sum = null;
    for (Map.Entry<Long, List<@Nullable FieldValue>> each :
        slices.subMap(from, true, to, false).descendingMap().entrySet()) {
      sum = sum(sum, each.getValue());
      older.put(each.getKey(), sum);
    }
    newer = null;
    fromMillis = from;
    turnMillis = to;
    summedMillis = to;
  }

  private List<@Nullable FieldValue> sum(
      @Nullable List<@Nullable FieldValue> sum, List<@Nullable FieldValue> partials) {
    return sum == null ? partials : merge.apply(sum, partials);
  }
}
