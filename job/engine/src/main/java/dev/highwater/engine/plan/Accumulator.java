package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import org.jspecify.annotations.Nullable;

/**
 * An aggregation at work on one group. What it has gathered can be taken out as a value, sent or
 * stored, and merged into another one of the same aggregation: that is how groups are aggregated
 * before a shuffle and over slices of time.
 */
public interface Accumulator {

  /**
   * Takes in one row.
   *
   * @param value the argument's value, {@code null} where the row has none
   * @param row the whole row, for aggregates that look at {@code _time}
   */
  void add(@Nullable FieldValue value, Fields row);

  /** What was gathered so far, {@code null} for nothing. */
  @Nullable FieldValue partial();

  /** Takes in what another one gathered; the order of merging does not change the result. */
  void merge(@Nullable FieldValue partial);

  /** The aggregate, {@code null} for NULL. */
  @Nullable FieldValue result();
}
