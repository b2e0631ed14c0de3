package dev.highwater.engine.function.bitwise;

import dev.highwater.engine.plan.Arity;

/** {@code bit_shift_left(x, bits)}: what leaves the 53 bits is lost. Rule S-169. */
public final class BitShiftLeft implements BitFunction {

  @Override
  public String name() {
    return "bit_shift_left";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(2);
  }

  @Override
  public long apply(long[] arguments) {
    return arguments[1] > 52 ? 0 : arguments[0] << arguments[1];
  }
}
