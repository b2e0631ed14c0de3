package dev.highwater.engine.aggregation;

import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.Growth;

/** {@code min}: the least value; numbers before other text, text in byte order. Rule S-210. */
public final class Min implements Aggregation {

  @Override
  public String name() {
    return "min";
  }

  @Override
  public Growth growth(Operand operand) {
    return operand == Operand.ANYTHING ? Growth.UNKNOWN : Growth.FALLS;
  }

  @Override
  public Accumulator start() {
    return new Extreme(-1);
  }
}
