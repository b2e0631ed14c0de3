package dev.highwater.engine.function.math;

import dev.highwater.engine.function.NumberFunction;

/** {@code floor(x)}: the next whole number downwards. Rule S-167. */
public final class Floor implements NumberFunction {

  @Override
  public String name() {
    return "floor";
  }

  @Override
  public double apply(double x) {
    return Math.floor(x);
  }
}
