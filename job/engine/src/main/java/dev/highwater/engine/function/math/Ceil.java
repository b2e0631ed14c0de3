package dev.highwater.engine.function.math;

import dev.highwater.engine.function.NumberFunction;

/** {@code ceil(x)}: the next whole number upwards. Rule S-167. */
public final class Ceil implements NumberFunction {

  @Override
  public String name() {
    return "ceil";
  }

  @Override
  public double apply(double x) {
    return Math.ceil(x);
  }
}
