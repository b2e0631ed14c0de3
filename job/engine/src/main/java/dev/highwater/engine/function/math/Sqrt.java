package dev.highwater.engine.function.math;

import dev.highwater.engine.function.NumberFunction;

/** {@code sqrt(x)}: the square root; NULL for a negative number. Rule S-167. */
public final class Sqrt implements NumberFunction {

  @Override
  public String name() {
    return "sqrt";
  }

  @Override
  public double apply(double x) {
    return Math.sqrt(x);
  }
}
