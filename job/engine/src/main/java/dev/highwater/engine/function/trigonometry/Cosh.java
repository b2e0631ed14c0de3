package dev.highwater.engine.function.trigonometry;

import dev.highwater.engine.function.NumberFunction;

/** {@code cosh(x)}. Rule S-167. */
public final class Cosh implements NumberFunction {

  @Override
  public String name() {
    return "cosh";
  }

  @Override
  public double apply(double x) {
    return StrictMath.cosh(x);
  }
}
