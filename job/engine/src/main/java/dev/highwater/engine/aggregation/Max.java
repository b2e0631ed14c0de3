package dev.highwater.engine.aggregation;

import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.Growth;

/** {@code max}: the greatest value; numbers before other text, text in byte order. Rule S-210. */
public final class Max implements Aggregation {

  @Override
  public String name() {
    return "max";
  }

  @Override
  public Growth growth(Operand operand) {
    return operand == Operand.ANYTHING ? Growth.UNKNOWN : Growth.RISES;
  }

  @Override
  public Accumulator start() {
    return new Extreme(1);
  }
}
