package dev.highwater.engine.function.json;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/** {@code json_has_key_exact(x, name)}: whether an object has a member of that name. Rule S-170. */
public final class JsonHasKeyExact implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "json_has_key_exact";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(2);
  }

  @Override
  public boolean isCondition() {
    return true;
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    return BooleanValue.of(
        JsonReader.readStructure(arguments[0].text()) instanceof Json.Members members
            && members.byName().containsKey(arguments[1].text()));
  }
}
