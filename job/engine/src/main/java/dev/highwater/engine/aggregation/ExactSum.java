package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * A sum of doubles without rounding, so that it does not depend on the order (S-963): a short list
 * of doubles that do not overlap, after Shewchuk, "Adaptive Precision Floating-Point Arithmetic".
 */
final class ExactSum {

  private double[] parts = new double[1];
  private int size;

  /** The sum of what has no exact sum: infinities. */
  private double infinite;

  void add(double number) {
    if (size == 0 && Double.isFinite(number)) {
      parts[0] = number;
      size = 1;
    } else {
      addToParts(number);
    }
  }

  private void addToParts(double number) {
    double sum = number;
    int kept = 0;
    for (int i = 0; i < size && Double.isFinite(sum); i++) {
      double part = parts[i];
      double next = sum + part;
      double shift = next - sum;
      double rest = (sum - (next - shift)) + (part - shift);
      if (rest != 0) {
        parts[kept++] = rest;
      }
      sum = next;
    }
    if (!Double.isFinite(sum)) {
      infinite += sum;
      return;
    }
    if (kept == parts.length) {
      parts = Arrays.copyOf(parts, 2 * kept);
    }
    parts[kept++] = sum;
    size = kept;
  }

  /** Adds the square of a number. */
  void addSquare(double number) {
    double square = number * number;
    add(square);
    double rest = Math.fma(number, number, -square);
    if (rest != 0 && Double.isFinite(square)) {
      add(rest);
    }
  }

  /** The double nearest to the sum. */
  double value() {
    if (infinite != 0) {
      return infinite;
    }
    return size == 0 ? 0 : size == 1 ? parts[0] : exact().doubleValue();
  }

  boolean isFinite() {
    return infinite == 0;
  }

  /** The sum itself, where it is finite. */
  BigDecimal exact() {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < size; i++) {
      sum = sum.add(new BigDecimal(parts[i]));
    }
    return sum;
  }

  /** Adds the sum to {@code values} as doubles that {@link #add} can take again. */
  void writeTo(List<FieldValue> values) {
    for (int i = 0; i < size; i++) {
      values.add(FieldValue.of(parts[i]));
    }
    if (infinite != 0) {
      values.add(FieldValue.of(infinite));
    }
  }

  /** How many values {@link #writeTo} adds. */
  int partCount() {
    return size + (infinite != 0 ? 1 : 0);
  }
}
