package dev.highwater.engine.function.bitwise;

import dev.highwater.engine.plan.Arity;

/** {@code bit_not(x[, mask])}: the bits inverted, those of the mask only. Rule S-169. */
public final class BitNot implements BitFunction {

  @Override
  public String name() {
    return "bit_not";
  }

  @Override
  public Arity arity() {
    return Arity.between(1, 2);
  }

  @Override
  public long apply(long[] arguments) {
    return ~arguments[0] & (arguments.length == 1 ? ALL_BITS : arguments[1]);
  }
}
