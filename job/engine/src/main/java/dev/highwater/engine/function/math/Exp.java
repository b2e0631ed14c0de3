package dev.highwater.engine.function.math;

import dev.highwater.engine.function.NumberFunction;

/** {@code exp(x)}: e to the power of x. Rule S-167. */
public final class Exp implements NumberFunction {

  @Override
  public String name() {
    return "exp";
  }

  @Override
  public double apply(double x) {
    return StrictMath.exp(x);
  }
}
