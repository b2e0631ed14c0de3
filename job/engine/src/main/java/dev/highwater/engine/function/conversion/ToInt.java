package dev.highwater.engine.function.conversion;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code toint(x[, base])}: the number that x is or spells, rounded down; NULL for none. Rules
 * S-140, S-172.
 */
public final class ToInt implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "toint";
  }

  @Override
  public Arity arity() {
    return Arity.between(1, 2);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {
    return BasedNumber.convert(arguments, Math::floor);
  }
}
