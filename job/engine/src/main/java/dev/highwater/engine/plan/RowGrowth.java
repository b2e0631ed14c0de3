package dev.highwater.engine.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of the row of a group change while the group takes in more rows; of those that are
 * not named nothing is known.
 */
public record RowGrowth(Map<String, Growth> fields) {

  public RowGrowth {
    fields = Map.copyOf(fields);
  }

  public Growth of(String field) {
    return fields.getOrDefault(field, Growth.UNKNOWN);
  }

  /** Whether all of these fields stay as they are. */
  public boolean areFixed(FieldSet names) {
    return !names.isAll() && names.names().stream().allMatch(name -> of(name).isFixed());
  }

  /** The same with another field, or another value of a field. */
  public RowGrowth with(String field, Growth growth) {
    Map<String, Growth> changed = new HashMap<>(fields);
    changed.put(field, growth);
    return new RowGrowth(changed);
  }

  /**
   * The same behind a stage.
   *
   * @param carries see {@link Stage#carries}
   */
  RowGrowth through(UnaryOperator<@Nullable String> carries) {
    Map<String, Growth> carried = new HashMap<>();
    fields.forEach(
        (field, growth) -> {
          String name = carries.apply(field);
          if (name != null) {
            carried.put(name, growth);
          }
        });
    return new RowGrowth(carried);
  }
}
