package dev.highwater.engine.function.json;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code json_extract_exact(x[, name, ...])}: the member of that very name; an array for several
 * names. Rules S-170, S-947.
 */
public final class JsonExtractExact implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "json_extract_exact";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    return Extraction.of(
        arguments,
        (root, name) -> root instanceof Json.Members members ? members.byName().get(name) : null);
  }
}
