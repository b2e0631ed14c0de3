package dev.highwater.engine.function.trigonometry;

import dev.highwater.engine.function.NumberFunction;

/** {@code atan(x)}. Rule S-167. */
public final class Atan implements NumberFunction {

  @Override
  public String name() {
    return "atan";
  }

  @Override
  public double apply(double x) {
    return StrictMath.atan(x);
  }
}
