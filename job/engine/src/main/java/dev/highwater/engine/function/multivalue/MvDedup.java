package dev.highwater.engine.function.multivalue;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code mvdedup(x)}: each value once, where it comes first. Rule S-157. */
public final class MvDedup implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "mvdedup";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    Map<String, FieldValue> values = new LinkedHashMap<>();
    arguments[0].members().forEach(each -> values.putIfAbsent(each.text(), each));
    return MultiValue.of(List.copyOf(values.values()));
  }
}
