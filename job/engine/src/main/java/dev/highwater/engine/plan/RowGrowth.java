package dev.highwater.engine.plan;

import java.util.HashMap;
import java.util.Map;

/**
 * How the fields of the row of a group change while the group takes in more rows.
 *
 * @param known fields of which something is known
 * @param possible all fields that the row may have: of others it is known that they stay NULL
 */
public record RowGrowth(Map<String, Growth> known, FieldSet possible) {

  public RowGrowth {
    known = Map.copyOf(known);
  }

  public Growth of(String field) {
    return known.getOrDefault(field, possible.has(field) ? Growth.UNKNOWN : Growth.FIXED);
  }

  /** Whether all of these fields stay as they are. */
  public boolean areFixed(FieldSet names) {
    return !names.isAll() && names.names().stream().allMatch(name -> of(name).isFixed());
  }

  /** The same with another field, or another value of a field. */
  public RowGrowth with(String field, Growth growth) {
    Map<String, Growth> changed = new HashMap<>(known);
    changed.put(field, growth);
    return new RowGrowth(changed, possible.and(FieldSet.of(field)));
  }

  /**
   * The same where a field may get a value that follows from those of others, or stay as it is.
   *
   * @param inputs the others
   */
  public RowGrowth withValueOf(FieldSet inputs, String field) {
    boolean isFixed = areFixed(inputs) && of(field).isFixed();
    return with(field, isFixed ? Growth.FIXED : Growth.UNKNOWN);
  }

  /** The same behind a stage, of which only is known which fields it leaves as they are. */
  public RowGrowth behind(Stage stage) {
    Map<String, Growth> carried = new HashMap<>();
    known.forEach(
        (field, growth) -> {
          String name = stage.carries(field);
          if (name != null) {
            carried.put(name, growth);
          }
        });
    return new RowGrowth(carried, stage.fieldsAfter(possible));
  }
}
