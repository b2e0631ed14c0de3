package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.Growth;
import org.jspecify.annotations.Nullable;

/**
 * {@code dc}, {@code estdc}: how many texts the values have; the estimate is exact, too, and its
 * error, {@code estdc_error}, 0. Rules S-201, S-208, S-966.
 *
 * @param isError whether the error of the count is asked for
 */
public record DistinctCount(String name, boolean isError) implements Aggregation {

  @Override
  public Growth growth(Operand operand) {
    return isError ? Growth.FIXED_NUMBER : Growth.RISES;
  }

  @Override
  public Accumulator start() {
    return new Size(new DistinctTexts(), isError);
  }

  private record Size(DistinctTexts texts, boolean isError) implements Accumulator {

    @Override
    public void add(@Nullable FieldValue value, Fields row) {
      texts.add(value);
    }

    @Override
    public @Nullable FieldValue partial() {
      return texts.partial();
    }

    @Override
    public void merge(@Nullable FieldValue partial) {
      texts.add(partial);
    }

    @Override
    public FieldValue result() {
      return FieldValue.of(isError ? 0 : texts.size());
    }
  }
}
