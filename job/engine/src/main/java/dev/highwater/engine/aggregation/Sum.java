package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.Growth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code sum} and {@code sumsq}: NULL without a number. Rules S-201, S-212, S-213, S-963. */
public record Sum(String name, boolean isOfSquares) implements Aggregation {

  @Override
  public boolean isNumeric() {
    return true;
  }

  @Override
  public Growth growth(Operand operand) {
    return isOfSquares || operand == Operand.NEVER_NEGATIVE ? Growth.RISES : Growth.UNKNOWN;
  }

  @Override
  public Accumulator start() {
    return new Total(isOfSquares);
  }

  /** A sum that is NULL without a number. */
  static final class Total extends OfNumbers {
    private final boolean isOfSquares;
    private final ExactSum sum = new ExactSum();

    Total(boolean isOfSquares) {
      this.isOfSquares = isOfSquares;
    }

    @Override
    void take(double number) {
      if (isOfSquares) {
        sum.addSquare(number);
      } else {
        sum.add(number);
      }
    }

    @Override
    public @Nullable FieldValue partial() {
      List<FieldValue> parts = new ArrayList<>(sum.partCount());
      sum.writeTo(parts);
      return MultiValue.of(parts);
    }

    @Override
    public void merge(@Nullable FieldValue partial) {
      if (partial != null) {
        partial.members().forEach(part -> sum.add(part.number()));
      }
    }

    @Override
    public @Nullable FieldValue result() {
      double value = sum.value();
      return sum.partCount() == 0 || Double.isNaN(value) ? null : FieldValue.of(value);
    }
  }
}
