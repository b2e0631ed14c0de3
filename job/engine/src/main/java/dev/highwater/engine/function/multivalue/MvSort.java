package dev.highwater.engine.function.multivalue;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.KeyOrder;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/** {@code mvsort(x)}: the values in the order of their bytes. Rule S-157. */
public final class MvSort implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "mvsort";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    return MultiValue.of(
        arguments[0].members().stream()
            .sorted((a, b) -> KeyOrder.compareBytes(a.text(), b.text()))
            .toList());
  }
}
