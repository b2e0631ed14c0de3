package dev.highwater.engine.function.trigonometry;

import dev.highwater.engine.function.PairFunction;

/** {@code hypot(x, y)}: the hypotenuse over two legs. Rule S-167. */
public final class Hypot implements PairFunction {

  @Override
  public String name() {
    return "hypot";
  }

  @Override
  public double apply(double x, double y) {
    return StrictMath.hypot(x, y);
  }
}
