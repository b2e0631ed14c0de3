package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code list}: the first hundred values in the order of the rows, as texts. Rule S-209. */
public final class ListOf implements Aggregation {

  private static final int MOST = 100;

  @Override
  public String name() {
    return "list";
  }

  @Override
  public boolean isOrderSensitive() {
    return true;
  }

  @Override
  public Accumulator start() {
    return new Texts();
  }

  private static final class Texts implements Accumulator {
    private final List<FieldValue> texts = new ArrayList<>();

    @Override
    public void add(@Nullable FieldValue value, Fields row) {
      if (value != null && texts.size() < MOST) {
        for (FieldValue member : value.members()) {
          if (texts.size() < MOST) {
            texts.add(FieldValue.of(member.text()));
          }
        }
      }
    }

    @Override
    public @Nullable FieldValue partial() {
      return result();
    }

    @Override
    public void merge(@Nullable FieldValue partial) {
      throw new UnsupportedOperationException("list depends on the order of the rows");
    }

    @Override
    public @Nullable FieldValue result() {
      return MultiValue.of(texts);
    }
  }
}
