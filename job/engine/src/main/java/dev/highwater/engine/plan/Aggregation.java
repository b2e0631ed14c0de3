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

  Accumulator start();
}
