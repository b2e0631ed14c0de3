package dev.highwater.engine.function.trigonometry;

import dev.highwater.engine.function.NumberFunction;

/** {@code asin(x)}. Rule S-167. */
public final class Asin implements NumberFunction {

  @Override
  public String name() {
    return "asin";
  }

  @Override
  public double apply(double x) {
    return StrictMath.asin(x);
  }
}
