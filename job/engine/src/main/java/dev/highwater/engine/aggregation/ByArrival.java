package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code first} and {@code last}: a value of the first or last row that has one; of a multivalue
 * its first or last value. Rules S-211, S-968.
 */
public record ByArrival(String name, boolean isLast) implements Aggregation {

  @Override
  public boolean isOrderSensitive() {
    return true;
  }

  @Override
  public Accumulator start() {
    return new Held(isLast);
  }

  private static final class Held implements Accumulator {
    private final boolean isLast;
    private @Nullable FieldValue held;

    Held(boolean isLast) {
      this.isLast = isLast;
    }

    @Override
    public void add(@Nullable FieldValue value, Fields row) {
      if (value != null && (isLast || held == null)) {
        List<FieldValue> members = value.members();
        held = members.get(isLast ? members.size() - 1 : 0);
      }
    }

    @Override
    public @Nullable FieldValue partial() {
      return held;
    }

    @Override
    public void merge(@Nullable FieldValue partial) {
      throw new UnsupportedOperationException("this depends on the order of the rows");
    }

    @Override
    public @Nullable FieldValue result() {
      return held;
    }
  }
}
