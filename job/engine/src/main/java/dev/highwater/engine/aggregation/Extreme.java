package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.KeyOrder;
import org.jspecify.annotations.Nullable;

/**
 * The least or the greatest of the values: any number comes before any other text (S-210). Of equal
 * numbers the first in byte order is kept (S-967).
 */
final class Extreme implements Accumulator {

  private final int direction;
  private @Nullable FieldValue extreme;

  /**
   * @param direction 1 for the greatest, -1 for the least
   */
  Extreme(int direction) {
    this.direction = direction;
  }

  @Override
  public void add(@Nullable FieldValue value, Fields row) {
    addAll(value);
  }

  private void addAll(@Nullable FieldValue value) {
    if (value != null) {
      value.members().forEach(this::consider);
    }
  }

  private void consider(FieldValue value) {
    int order = extreme == null ? direction : compare(value, extreme);
    boolean isBetterForm =
        order == 0 && extreme != null && KeyOrder.compareValues(value, extreme) < 0;
    if (direction * order > 0 || isBetterForm) {
      extreme = value;
    }
  }

  private static int compare(FieldValue left, FieldValue right) {
    double a = left.number();
    double b = right.number();
    if (Double.isNaN(a) && Double.isNaN(b)) {
      return KeyOrder.compareBytes(left.text(), right.text());
    }
    return Double.compare(a, b); // NaN, which stands for text, is the greatest
  }

  @Override
  public @Nullable FieldValue partial() {
    return extreme;
  }

  @Override
  public void merge(@Nullable FieldValue partial) {
    addAll(partial);
  }

  @Override
  public @Nullable FieldValue result() {
    return extreme;
  }
}
