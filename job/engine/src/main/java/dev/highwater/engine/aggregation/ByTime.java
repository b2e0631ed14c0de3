package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.Growth;
import dev.highwater.engine.plan.KeyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code earliest} and {@code latest}: the value of the row with the least or greatest {@code
 * _time} among those that have one; {@code earliest_time} and {@code latest_time}: that time. Rules
 * S-211, S-968.
 */
public record ByTime(String name, boolean isLatest, boolean isTime) implements Aggregation {

  private static final String TIME = "_time";

  @Override
  public FieldSet reads() {
    return FieldSet.of(TIME);
  }

  @Override
  public Growth growth(Operand operand) {
    if (!isTime) {
      return Growth.UNKNOWN;
    }
    return isLatest ? Growth.RISES : Growth.FALLS;
  }

  @Override
  public Accumulator start() {
    return new Timed(isLatest, isTime);
  }

  /** The value at one end of time. Rows without a time do not count. */
  static final class Timed implements Accumulator {
    private final int direction;
    private final boolean isTime;
    private double seconds;
    private @Nullable FieldValue held;

    Timed(boolean isLatest, boolean isTime) {
      this.direction = isLatest ? 1 : -1;
      this.isTime = isTime;
    }

    @Override
    public void add(@Nullable FieldValue value, Fields row) {
      FieldValue time = value == null ? null : row.get(TIME);
      if (value != null && time != null && time.isNumeric()) {
        consider(time.number(), value.members().get(0));
      }
    }

    /** Of equal times that with the least or greatest text, so that the order does not matter. */
    private void consider(double time, FieldValue value) {
      int order = held == null ? direction : Double.compare(time, seconds);
      if (order == 0 && held != null) {
        order = KeyOrder.compareValues(value, held);
      }
      if (order * direction > 0) {
        seconds = time;
        held = value;
      }
    }

    double seconds() {
      return seconds;
    }

    /** The time, then the value. */
    @Override
    public @Nullable FieldValue partial() {
      return held == null ? null : MultiValue.of(List.of(FieldValue.of(seconds), held));
    }

    @Override
    public void merge(@Nullable FieldValue partial) {
      if (partial != null) {
        consider(partial.members().get(0).number(), partial.members().get(1));
      }
    }

    @Override
    public @Nullable FieldValue result() {
      return isTime && held != null ? FieldValue.of(seconds) : held;
    }
  }
}
