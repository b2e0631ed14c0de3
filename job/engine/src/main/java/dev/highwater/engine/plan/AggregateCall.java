package dev.highwater.engine.plan;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.plan.Aggregation.Operand;
import dev.highwater.engine.spl.FieldName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate of a grouping.
 *
 * @param aggregation the function
 * @param argument what it is over, {@code null} for nothing, as in {@code count}
 * @param outputName the column: the alias, or the text as written (S-205)
 * @param needsNumbers whether it is NULL when one of the values is no number, as {@code
 *     allnum=true} asks (S-212); of no effect on aggregations that do not calculate
 */
public record AggregateCall(
    Aggregation aggregation, @Nullable Argument argument, String outputName, boolean needsNumbers) {

  private static final FieldValue ONE = FieldValue.of(1);

  public AggregateCall(Aggregation aggregation, @Nullable Argument argument, String outputName) {
    this(aggregation, argument, outputName, false);
  }

  /** The same, but NULL when one of the values is no number. */
  public AggregateCall ofNumbersOnly() {
    return new AggregateCall(aggregation, argument, outputName, true);
  }

  /** An accumulator for one group. */
  public Accumulator start() {
    Accumulator accumulator = aggregation.start();
    return needsNumbers && aggregation.isNumeric() ? new NumbersOnly(accumulator) : accumulator;
  }

  /**
   * What an aggregate is over.
   *
   * @param text the field, or the expression as written: {@code eval(x > 1)}
   * @param reads the fields that it looks at
   * @param isPattern whether it stands for all fields whose names match {@code text} (S-216)
   * @param needsRun whether the value depends on more of the run than its time zone
   * @param isNeverNegative whether what is a number in it is known not to be below 0
   */
  public record Argument(
      String text,
      Evaluator evaluator,
      FieldSet reads,
      boolean isPattern,
      boolean needsRun,
      boolean isNeverNegative) {

    /** A field. */
    public static Argument field(String name) {
      return new Argument(
          name, (fields, run) -> fields.get(name), FieldSet.of(name), false, false, false);
    }

    /** Whether it is calculated. */
    public boolean isExpression() {
      return text.startsWith("eval(");
    }

    /** All fields whose names match. */
    public static Argument fields(String pattern) {
      return new Argument(pattern, (fields, run) -> null, FieldSet.ALL, true, false, false);
    }
  }

  /** Whether it stands for an aggregate of each field that matches (S-216). */
  public boolean isPattern() {
    return argument != null && argument.isPattern();
  }

  /** The aggregate of one field, {@code null} when this is a pattern that does not match it. */
  public @Nullable AggregateCall of(String field) {
    if (argument == null || !argument.isPattern()) {
      return null;
    }
    WildcardPattern pattern = WildcardPattern.exact(argument.text());
    if (!pattern.matches(field)) {
      return null;
    }
    StringBuilder name = new StringBuilder();
    int piece = 0;
    List<String> captures = pattern.captures(field);
    for (int i = 0; i < outputName.length(); i++) {
      char c = outputName.charAt(i);
      name.append(c == '*' ? captures.get(piece++) : String.valueOf(c));
    }
    return new AggregateCall(aggregation, Argument.field(field), name.toString(), needsNumbers);
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

  /** Whether {@code tstats} takes it, too (S-263). */
  boolean isOfSummaries() {
    boolean isPlain = argument == null || !(argument.isExpression() || argument.isPattern());
    return isPlain && !needsNumbers && !isOrderSensitive();
  }

  public FieldSet reads() {
    return argument == null ? aggregation.reads() : argument.reads().and(aggregation.reads());
  }

  /** Whether the result depends on the order of the rows. */
  public boolean isOrderSensitive() {
    return aggregation.isOrderSensitive();
  }

  /** Whether it has a result without any row, as {@code count} has. */
  public boolean isNeverNull() {
    return !isPattern() && aggregation.start().result() != null;
  }

  /**
   * How it changes while its group takes in more rows (S-1950).
   *
   * @param numbers fields whose values are numbers in all rows
   */
  public Growth growth(FieldSet numbers) {
    boolean mayBecomeNull = needsNumbers && aggregation.isNumeric();
    return isPattern() || mayBecomeNull ? Growth.UNKNOWN : aggregation.growth(operand(numbers));
  }

  private Operand operand(FieldSet numbers) {
    if (argument == null || argument.isNeverNegative()) {
      return Operand.NEVER_NEGATIVE;
    }
    return !argument.isExpression() && numbers.has(argument.text())
        ? Operand.NUMBERS
        : Operand.ANYTHING;
  }

  /** In SPL. */
  public String describe() {
    String call = aggregation.name();
    if (argument != null) {
      String text = argument.isExpression() ? argument.text() : FieldName.inSpl(argument.text());
      call = aggregation.name() + "(" + text + ")";
    }
    return name().equals(outputName) ? call : call + " AS " + FieldName.inSpl(outputName);
  }

  /** What the column is called without an alias. */
  public String name() {
    return argument == null ? aggregation.name() : aggregation.name() + "(" + argument.text() + ")";
  }
}
