package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.Growth;
import org.jspecify.annotations.Nullable;

/** {@code count}: the rows, or with a field its values. Rules S-201, S-208. */
public final class Count implements Aggregation {

  @Override
  public String name() {
    return "count";
  }

  @Override
  public boolean isArgumentOptional() {
    return true;
  }

  @Override
  public Growth growth(Operand operand) {
    return Growth.RISES;
  }

  @Override
  public Accumulator start() {
    return new Counter();
  }

  private static final class Counter implements Accumulator {
    private double count;

    @Override
    public void add(@Nullable FieldValue value, Fields row) {
      count += value == null ? 0 : value.members().size();
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
}
