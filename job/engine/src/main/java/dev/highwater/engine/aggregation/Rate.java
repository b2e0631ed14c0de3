package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.FieldSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code rate}: the change from the earliest to the latest value for each second between them; NULL
 * where they are no numbers or of one time. Rule S-219.
 */
public final class Rate implements Aggregation {

  @Override
  public String name() {
    return "rate";
  }

  @Override
  public boolean isNumeric() {
    return true;
  }

  @Override
  public FieldSet reads() {
    return FieldSet.of("_time");
  }

  @Override
  public Accumulator start() {
    return new Change(new ByTime.Timed(false, false), new ByTime.Timed(true, false));
  }

  private record Change(ByTime.Timed earliest, ByTime.Timed latest) implements Accumulator {

    @Override
    public void add(@Nullable FieldValue value, Fields row) {
      earliest.add(value, row);
      latest.add(value, row);
    }

    /** The earliest time and value, then the latest. */
    @Override
    public @Nullable FieldValue partial() {
      FieldValue first = earliest.partial();
      FieldValue last = latest.partial();
      if (first == null || last == null) {
        return null;
      }
      List<FieldValue> ends = new ArrayList<>(first.members());
      ends.addAll(last.members());
      return MultiValue.of(ends);
    }

    @Override
    public void merge(@Nullable FieldValue partial) {
      if (partial != null) {
        earliest.merge(MultiValue.of(partial.members().subList(0, 2)));
        latest.merge(MultiValue.of(partial.members().subList(2, 4)));
      }
    }

    @Override
    public @Nullable FieldValue result() {
      FieldValue first = earliest.result();
      FieldValue last = latest.result();
      double span = latest.seconds() - earliest.seconds();
      if (first == null || last == null || span == 0) {
        return null;
      }
      double rate = (last.number() - first.number()) / span;
      return Double.isNaN(rate) ? null : FieldValue.of(rate);
    }
  }
}
