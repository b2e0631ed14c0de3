package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code avg}, {@code mean}, {@code var}, {@code varp}, {@code stdev}, {@code stdevp}: what follows
 * from the count, the sum and the sum of the squares. Rules S-212, S-213, S-215, S-963.
 */
public record Moments(String name, Statistic statistic) implements Aggregation {

  /** What is made of them. */
  public enum Statistic {
    MEAN,
    SAMPLE_VARIANCE,
    POPULATION_VARIANCE,
    SAMPLE_DEVIATION,
    POPULATION_DEVIATION
  }

  @Override
  public boolean isNumeric() {
    return true;
  }

  @Override
  public Accumulator start() {
    return new Sums(statistic);
  }

  private static final class Sums extends OfNumbers {
    private final Statistic statistic;
    private final ExactSum sum = new ExactSum();
    private final ExactSum squares = new ExactSum();
    private long count;

    Sums(Statistic statistic) {
      this.statistic = statistic;
    }

    @Override
    void take(double number) {
      count++;
      sum.add(number);
      if (statistic != Statistic.MEAN) {
        squares.addSquare(number);
      }
    }

    /** The count, the number of parts of the sum, those parts, the parts of the squares. */
    @Override
    public @Nullable FieldValue partial() {
      if (count == 0) {
        return null;
      }
      List<FieldValue> values = new ArrayList<>();
      values.add(FieldValue.of((double) count));
      values.add(FieldValue.of(sum.partCount()));
      sum.writeTo(values);
      squares.writeTo(values);
      return MultiValue.of(values);
    }

    @Override
    public void merge(@Nullable FieldValue partial) {
      if (partial == null) {
        return;
      }
      List<FieldValue> values = partial.members();
      count += (long) values.get(0).number();
      int behindSum = 2 + (int) values.get(1).number();
      for (int i = 2; i < values.size(); i++) {
        (i < behindSum ? sum : squares).add(values.get(i).number());
      }
    }

    @Override
    public @Nullable FieldValue result() {
      if (count == 0) {
        return null;
      }
      double result =
          switch (statistic) {
            case MEAN -> sum.value() / count;
            case SAMPLE_VARIANCE -> variance(count - 1);
            case POPULATION_VARIANCE -> variance(count);
            case SAMPLE_DEVIATION -> Math.sqrt(variance(count - 1));
            case POPULATION_DEVIATION -> Math.sqrt(variance(count));
          };
      return Double.isNaN(result) ? null : FieldValue.of(result);
    }

    /** Squared distances from the mean, divided; 0 for a single value (S-213). */
    private double variance(long divisor) {
      if (!sum.isFinite() || !squares.isFinite()) {
        return Double.NaN;
      } else if (count == 1) {
        return 0;
      }
      BigDecimal total = sum.exact();
      BigDecimal n = BigDecimal.valueOf(count);
      BigDecimal distances = n.multiply(squares.exact()).subtract(total.multiply(total));
      return distances
          .divide(n.multiply(BigDecimal.valueOf(divisor)), MathContext.DECIMAL64)
          .doubleValue();
    }
  }
}
