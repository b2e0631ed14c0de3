package dev.highwater.engine.function.math;

import dev.highwater.engine.function.PairFunction;

/** {@code pow(x, y)}: x to the power of y. Rule S-167. */
public final class Pow implements PairFunction {

  @Override
  public String name() {
    return "pow";
  }

  @Override
  public double apply(double x, double y) {
    return StrictMath.pow(x, y);
  }
}
