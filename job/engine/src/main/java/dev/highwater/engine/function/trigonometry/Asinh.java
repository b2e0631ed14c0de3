package dev.highwater.engine.function.trigonometry;

import dev.highwater.engine.function.NumberFunction;

/** {@code asinh(x)}. Rule S-167. */
public final class Asinh implements NumberFunction {

  @Override
  public String name() {
    return "asinh";
  }

  @Override
  public double apply(double x) {
    return Math.copySign(StrictMath.log(Math.abs(x) + Math.sqrt(x * x + 1)), x);
  }
}
