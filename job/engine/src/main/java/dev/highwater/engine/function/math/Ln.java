package dev.highwater.engine.function.math;

import dev.highwater.engine.function.NumberFunction;

/** {@code ln(x)}: the natural logarithm; NULL unless x is above 0. Rule S-167. */
public final class Ln implements NumberFunction {

  @Override
  public String name() {
    return "ln";
  }

  @Override
  public double apply(double x) {
    return StrictMath.log(x);
  }
}
