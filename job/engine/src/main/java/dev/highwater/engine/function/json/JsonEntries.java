package dev.highwater.engine.function.json;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code json_entries(x)}: the members of an object as an array of objects with {@code key} and
 * {@code value}. Rule S-170.
 */
public final class JsonEntries implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "json_entries";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    return JsonReader.readStructure(arguments[0].text()) instanceof Json.Members members
        ? JsonValues.text(
            new Json.Items(members.byName().entrySet().stream().map(JsonEntries::entry).toList()))
        : null;
  }

  private static Json entry(Map.Entry<String, Json> member) {
    Map<String, Json> entry = new LinkedHashMap<>();
    entry.put("key", new Json.Text(member.getKey()));
    entry.put("value", member.getValue());
    return new Json.Members(entry);
  }
}
