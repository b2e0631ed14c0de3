package dev.highwater.engine.function.math;

import dev.highwater.engine.function.NumberFunction;

/** {@code ceiling(x)}: as {@code ceil}. Rule S-167. */
public final class Ceiling implements NumberFunction {

  @Override
  public String name() {
    return "ceiling";
  }

  @Override
  public double apply(double x) {
    return Math.ceil(x);
  }
}
