package dev.highwater.engine.function.multivalue;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code mvreverse(x)}: the values, the last first. Rule S-157. */
public final class MvReverse implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "mvreverse";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    List<FieldValue> members = new ArrayList<>(arguments[0].members());
    Collections.reverse(members);
    return MultiValue.of(members);
  }
}
