package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate of a grouping.
 *
 * @param aggregation the function
 * @param field the field it is over, {@code null} for none, as in {@code count}
 * @param outputName the column: the alias, or the text as written (S-205)
 */
public record AggregateCall(Aggregation aggregation, @Nullable String field, String outputName) {

  private static final FieldValue ONE = FieldValue.of(1);

  /**
   * What {@link Accumulator#add} gets for a row: without a field every row counts, with a value of
   * its own.
   */
  public @Nullable FieldValue argument(Fields fields) {
    return field == null ? ONE : fields.get(field);
  }

  /** In SPL. */
  public String describe() {
    String call = field == null ? aggregation.name() : aggregation.name() + "(" + field + ")";
    return call.equals(outputName) ? call : call + " AS " + outputName;
  }
}
