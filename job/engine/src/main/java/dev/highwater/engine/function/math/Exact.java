package dev.highwater.engine.function.math;

import dev.highwater.engine.function.NumberFunction;

/** {@code exact(x)}: the number itself, all its digits. Rule S-167. */
public final class Exact implements NumberFunction {

  @Override
  public String name() {
    return "exact";
  }

  @Override
  public double apply(double x) {
    return x;
  }
}
