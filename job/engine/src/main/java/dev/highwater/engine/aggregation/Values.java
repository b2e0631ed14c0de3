package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.Growth;
import org.jspecify.annotations.Nullable;

/** {@code values}: the texts of the values, each once, in the order of their bytes. Rule S-209. */
public final class Values implements Aggregation {

  @Override
  public String name() {
    return "values";
  }

  @Override
  public Growth growth(Operand operand) {
    return Growth.GAINS;
  }

  @Override
  public Accumulator start() {
    return new Texts(new DistinctTexts());
  }

  private record Texts(DistinctTexts texts) implements Accumulator {

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
    public @Nullable FieldValue result() {
      return texts.sorted();
    }
  }
}
