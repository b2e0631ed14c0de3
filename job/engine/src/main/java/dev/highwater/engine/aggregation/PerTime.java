package dev.highwater.engine.aggregation;

import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;

/**
 * {@code per_second}, {@code per_minute}, {@code per_hour}, {@code per_day}: the sum, which {@code
 * timechart} scales to so many seconds. Rule S-964.
 */
public record PerTime(String name, long perSeconds) implements Aggregation {

  @Override
  public boolean isNumeric() {
    return true;
  }

  @Override
  public Accumulator start() {
    return new Sum.Total(false);
  }
}
