package dev.highwater.engine.function.math;

import dev.highwater.engine.function.NumberFunction;

/** {@code abs(x)}: the absolute value. Rule S-167. */
public final class Abs implements NumberFunction {

  @Override
  public String name() {
    return "abs";
  }

  @Override
  public double apply(double x) {
    return Math.abs(x);
  }
}
