package dev.highwater.engine.function.multivalue;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code mvjoin(x, delimiter)}: the values as one text. Rule S-156. */
public final class MvJoin implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "mvjoin";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(2);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    String delimiter = arguments[1].text();
    return FieldValue.of(
        arguments[0].members().stream()
            .map(FieldValue::text)
            .collect(Collectors.joining(delimiter)));
  }
}
