package dev.highwater.engine.function.conversion;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code tobool(x)}: true for {@code true}, {@code True} and numbers but 0, false for {@code
 * false}, {@code False} and 0, else NULL. Rule S-172.
 */
public final class ToBool implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "tobool";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public boolean isCondition() {
    return true;
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    FieldValue value = arguments[0];
    if (value instanceof BooleanValue || value instanceof MultiValue) {
      return value instanceof BooleanValue ? value : null;
    }
    if (value.isNumeric()) {
      return BooleanValue.of(value.number() != 0);
    }
    return switch (value.text()) {
      case "true", "True" -> BooleanValue.TRUE;
      case "false", "False" -> BooleanValue.FALSE;
      default -> null;
    };
  }
}
