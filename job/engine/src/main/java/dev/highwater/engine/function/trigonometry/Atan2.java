package dev.highwater.engine.function.trigonometry;

import dev.highwater.engine.function.PairFunction;

/** {@code atan2(y, x)}: the angle of the point (x, y). Rule S-167. */
public final class Atan2 implements PairFunction {

  @Override
  public String name() {
    return "atan2";
  }

  @Override
  public double apply(double x, double y) {
    return StrictMath.atan2(x, y);
  }
}
