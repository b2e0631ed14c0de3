package dev.highwater.engine.function.trigonometry;

import dev.highwater.engine.function.NumberFunction;

/** {@code acosh(x)}: NULL below 1. Rule S-167. */
public final class Acosh implements NumberFunction {

  @Override
  public String name() {
    return "acosh";
  }

  @Override
  public double apply(double x) {
    return StrictMath.log(x + Math.sqrt(x * x - 1));
  }
}
