package dev.highwater.engine.function.trigonometry;

import dev.highwater.engine.function.NumberFunction;

/** {@code atanh(x)}: NULL unless x is between -1 and 1. Rule S-167. */
public final class Atanh implements NumberFunction {

  @Override
  public String name() {
    return "atanh";
  }

  @Override
  public double apply(double x) {
    return StrictMath.log((1 + x) / (1 - x)) / 2;
  }
}
