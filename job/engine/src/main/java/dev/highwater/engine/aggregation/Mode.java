package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.KeyOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code mode}: the value that comes most often, of several the first in the order of bytes. Rules
 * S-213, S-967.
 */
public final class Mode implements Aggregation {

  @Override
  public String name() {
    return "mode";
  }

  @Override
  public Accumulator start() {
    return new Counts();
  }

  private static final class Counts implements Accumulator {
    private final Map<String, Long> counts = new HashMap<>();

    @Override
    public void add(@Nullable FieldValue value, Fields row) {
      if (value != null) {
        value.members().forEach(member -> counts.merge(member.text(), 1L, Long::sum));
      }
    }

    /** Each text with its count behind it. */
    @Override
    public @Nullable FieldValue partial() {
      List<FieldValue> values = new ArrayList<>();
      counts.forEach(
          (text, count) -> {
            values.add(FieldValue.of(text));
            values.add(FieldValue.of((double) count));
          });
      return MultiValue.of(values);
    }

    @Override
    public void merge(@Nullable FieldValue partial) {
      List<FieldValue> values = partial == null ? List.of() : partial.members();
      for (int i = 0; i + 1 < values.size(); i += 2) {
        counts.merge(values.get(i).text(), (long) values.get(i + 1).number(), Long::sum);
      }
    }

    @Override
    public @Nullable FieldValue result() {
      String mode = null;
      long most = 0;
      for (Map.Entry<String, Long> entry : counts.entrySet()) {
        long count = entry.getValue();
        boolean isFirst =
            count == most && mode != null && KeyOrder.compareBytes(entry.getKey(), mode) < 0;
        if (count > most || isFirst) {
          mode = entry.getKey();
          most = count;
        }
      }
      return mode == null ? null : FieldValue.of(mode);
    }
  }
}
