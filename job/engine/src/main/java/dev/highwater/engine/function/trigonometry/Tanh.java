package dev.highwater.engine.function.trigonometry;

import dev.highwater.engine.function.NumberFunction;

/** {@code tanh(x)}. Rule S-167. */
public final class Tanh implements NumberFunction {

  @Override
  public String name() {
    return "tanh";
  }

  @Override
  public double apply(double x) {
    return StrictMath.tanh(x);
  }
}
