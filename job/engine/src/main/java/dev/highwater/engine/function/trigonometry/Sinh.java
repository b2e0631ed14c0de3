package dev.highwater.engine.function.trigonometry;

import dev.highwater.engine.function.NumberFunction;

/** {@code sinh(x)}. Rule S-167. */
public final class Sinh implements NumberFunction {

  @Override
  public String name() {
    return "sinh";
  }

  @Override
  public double apply(double x) {
    return StrictMath.sinh(x);
  }
}
