package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.NumberValue;
import dev.highwater.engine.plan.Accumulator;
import org.jspecify.annotations.Nullable;

/** An accumulator of the values that are numbers; others are passed over (S-212). */
abstract class OfNumbers implements Accumulator {

  @Override
  public final void add(@Nullable FieldValue value, Fields row) {
    if (value instanceof NumberValue number) {
      take(number.number());
    } else if (value != null) {
      for (FieldValue member : value.members()) {
        double number = member.number();
        if (!Double.isNaN(number)) {
          take(number);
        }
      }
    }
  }

  /** Takes in one number. */
  abstract void take(double number);
}
