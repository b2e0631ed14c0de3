package dev.highwater.engine.function.trigonometry;

import dev.highwater.engine.function.NumberFunction;

/** {@code sin(x)}. Rule S-167. */
public final class Sin implements NumberFunction {

  @Override
  public String name() {
    return "sin";
  }

  @Override
  public double apply(double x) {
    return StrictMath.sin(x);
  }
}
