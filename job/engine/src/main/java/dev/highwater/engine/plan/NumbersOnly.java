package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.NumberValue;
import org.jspecify.annotations.Nullable;

/** An aggregate that is NULL as soon as one value is no number ({@code allnum=true}, S-212). */
final class NumbersOnly implements Accumulator {

  private static final FieldValue NO_NUMBER = FieldValue.of(Double.NaN);

  private final Accumulator numbers;
  private boolean hasOther;

  NumbersOnly(Accumulator numbers) {
    this.numbers = numbers;
  }

  @Override
  public void add(@Nullable FieldValue value, Fields row) {
    if (value != null) {
      hasOther |= !value.members().stream().allMatch(FieldValue::isNumeric);
    }
    numbers.add(value, row);
  }

  @Override
  public @Nullable FieldValue partial() {
    return hasOther ? NO_NUMBER : numbers.partial();
  }

  @Override
  public void merge(@Nullable FieldValue partial) {
    if (partial instanceof NumberValue number && Double.isNaN(number.number())) {
      hasOther = true;
    } else {
      numbers.merge(partial);
    }
  }

  @Override
  public @Nullable FieldValue result() {
    return hasOther ? null : numbers.result();
  }
}
