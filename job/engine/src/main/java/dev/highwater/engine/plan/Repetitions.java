package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import org.jspecify.annotations.Nullable;

/** How many equal events a stored row stands for. */
final class Repetitions implements Accumulator {

  private double count;

  @Override
  public void add(@Nullable FieldValue value, Fields row) {
    count++;
  }

  @Override
  public FieldValue partial() {
    return FieldValue.of(count);
  }

  @Override
  public void merge(@Nullable FieldValue partial) {
    count += partial == null ? 0 : partial.number();
  }

  @Override
  public FieldValue result() {
    return FieldValue.of(count);
  }
}
