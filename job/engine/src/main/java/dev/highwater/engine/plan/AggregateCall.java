package dev.highwater.engine.plan;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate of a grouping.
 *
 * @param aggregation the function
 * @param argument what it is over, {@code null} for nothing, as in {@code count}
 * @param outputName the column: the alias, or the text as written (S-205)
 */
public record AggregateCall(
    Aggregation aggregation, @Nullable Argument argument, String outputName) {

  private static final FieldValue ONE = FieldValue.of(1);

  /**
   * What an aggregate is over.
   *
   * @param text the field, or the expression as written: {@code eval(x > 1)}
   * @param reads the fields that it looks at
   */
  public record Argument(String text, Evaluator evaluator, FieldSet reads) {

    /** A field. */
    public static Argument field(String name) {
      return new Argument(name, (fields, run) -> fields.get(name), FieldSet.of(name));
    }
  }

  /**
   * The value that {@link Accumulator#add} gets for a row: without an argument every row counts,
   * with a value of its own; a condition counts where it is true (S-207).
   */
  public @Nullable FieldValue valueOf(Fields fields, RunContext run) {
    if (argument == null) {
      return ONE;
    }
    FieldValue value = argument.evaluator().evaluate(fields, run);
    if (value instanceof BooleanValue condition) {
      return condition.isTrue() ? ONE : null;
    }
    return value;
  }

  public FieldSet reads() {
    return argument == null ? FieldSet.NONE : argument.reads();
  }

  /** In SPL. */
  public String describe() {
    String call =
        argument == null ? aggregation.name() : aggregation.name() + "(" + argument.text() + ")";
    return call.equals(outputName) ? call : call + " AS " + outputName;
  }
}
