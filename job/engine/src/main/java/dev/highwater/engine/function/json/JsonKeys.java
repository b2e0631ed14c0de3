package dev.highwater.engine.function.json;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code json_keys(x)}: the names in an object as an array; NULL for what is no object. Rule S-170.
 */
public final class JsonKeys implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "json_keys";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    return JsonReader.readStructure(arguments[0].text()) instanceof Json.Members members
        ? JsonValues.text(
            new Json.Items(
                members.byName().keySet().stream()
                    .map(name -> (Json) new Json.Text(name))
                    .toList()))
        : null;
  }
}
