package dev.highwater.engine.function.bitwise;

import dev.highwater.engine.plan.Arity;

/** {@code bit_and(a, b, ...)}: bitwise and. Rule S-169. */
public final class BitAnd implements BitFunction {

  @Override
  public String name() {
    return "bit_and";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(2);
  }

  @Override
  public long apply(long[] arguments) {
    long result = arguments[0];
    for (int i = 1; i < arguments.length; i++) {
      result &= arguments[i];
    }
    return result;
  }
}
