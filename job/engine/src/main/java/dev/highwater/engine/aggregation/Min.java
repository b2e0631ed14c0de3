package dev.highwater.engine.aggregation;

import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;

/** {@code min}: the least value; numbers before other text, text in byte order. Rule S-210. */
public final class Min implements Aggregation {

  @Override
  public String name() {
    return "min";
  }

  @Override
  public Accumulator start() {
    return new Extreme(-1);
  }
}
