package dev.highwater.engine.plan;

/** An aggregate function of {@code stats} and its kin. */
public interface Aggregation {

  /** Its key: lower case, without aliases. */
  String name();

  /** Whether it may be written without an argument, as {@code count}. */
  default boolean isArgumentOptional() {
    return false;
  }

  /**
   * Whether the result depends on the order of the rows: then it cannot be put together from parts.
   */
  default boolean isOrderSensitive() {
    return false;
  }

  /** The fields of the row that it looks at beside its argument. */
  default FieldSet reads() {
    return FieldSet.NONE;
  }

  /** Whether it passes over values that are no numbers (S-212). */
  default boolean isNumeric() {
    return false;
  }

  /**
   * The seconds for which it gives a total, as {@code per_hour} does; 0 for one that knows of no
   * time. Such a total is made in buckets of time only.
   */
  default long perSeconds() {
    return 0;
  }

  /** Whether it is over another aggregate in each bucket of time, as {@code sparkline} is. */
  default boolean isOverBuckets() {
    return false;
  }

  /**
   * The same over an aggregate of one's own choice, where {@link #isOverBuckets}.
   *
   * @param span the length of the buckets
   */
  default Aggregation overBuckets(AggregateCall inner, TimeSpan span) {
    throw new UnsupportedOperationException(name() + " is no aggregate of aggregates");
  }

  /**
   * How the aggregate changes while its group takes in more rows (S-1950).
   *
   * @param operand what is known of the values that it is over
   */
  default Growth growth(Operand operand) {
    return Growth.UNKNOWN;
  }

  /** What may be known of values that are aggregated. */
  enum Operand {
    ANYTHING,
    /** Numbers, or none. */
    NUMBERS,
    /** Numbers not below 0, or none. */
    NEVER_NEGATIVE
  }

  Accumulator start();
}
