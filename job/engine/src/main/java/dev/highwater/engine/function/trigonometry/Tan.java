package dev.highwater.engine.function.trigonometry;

import dev.highwater.engine.function.NumberFunction;

/** {@code tan(x)}. Rule S-167. */
public final class Tan implements NumberFunction {

  @Override
  public String name() {
    return "tan";
  }

  @Override
  public double apply(double x) {
    return StrictMath.tan(x);
  }
}
