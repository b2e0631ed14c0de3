package dev.highwater.engine.plan;

/** An aggregate function of {@code stats} and its kin. */
public interface Aggregation {

  /** Its key: lower case, without aliases. */
  String name();

  /** Whether it may be written without an argument, as {@code count}. */
  default boolean isArgumentOptional() {
    return false;
  }

  Accumulator start();
}
