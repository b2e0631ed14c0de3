package dev.highwater.engine.function.trigonometry;

import dev.highwater.engine.function.NumberFunction;

/** {@code acos(x)}. Rule S-167. */
public final class Acos implements NumberFunction {

  @Override
  public String name() {
    return "acos";
  }

  @Override
  public double apply(double x) {
    return StrictMath.acos(x);
  }
}
