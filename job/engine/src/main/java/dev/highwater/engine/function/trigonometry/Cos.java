package dev.highwater.engine.function.trigonometry;

import dev.highwater.engine.function.NumberFunction;

/** {@code cos(x)}. Rule S-167. */
public final class Cos implements NumberFunction {

  @Override
  public String name() {
    return "cos";
  }

  @Override
  public double apply(double x) {
    return StrictMath.cos(x);
  }
}
