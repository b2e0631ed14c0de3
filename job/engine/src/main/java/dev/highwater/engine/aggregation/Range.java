package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.Growth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code range}: the greatest number less the least. Rule S-213. */
public final class Range implements Aggregation {

  @Override
  public String name() {
    return "range";
  }

  @Override
  public boolean isNumeric() {
    return true;
  }

  @Override
  public Growth growth(Operand operand) {
    return Growth.RISES;
  }

  @Override
  public Accumulator start() {
    return new Ends();
  }

  private static final class Ends extends OfNumbers {
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    @Override
    void take(double number) {
      least = Math.min(least, number);
      greatest = Math.max(greatest, number);
    }

    @Override
    public @Nullable FieldValue partial() {
      return least > greatest
          ? null
          : MultiValue.of(List.of(FieldValue.of(least), FieldValue.of(greatest)));
    }

    @Override
    public void merge(@Nullable FieldValue partial) {
      if (partial != null) {
        partial.members().forEach(end -> take(end.number()));
      }
    }

    @Override
    public @Nullable FieldValue result() {
      return least > greatest ? null : FieldValue.of(greatest - least);
    }
  }
}
