package dev.highwater.engine.function.json;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonPath;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code json_extract(x[, path, ...])}: the value at a path; an array for a path with {@code {}}
 * and for several paths. Rules S-170, S-947.
 */
public final class JsonExtract implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "json_extract";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {
    return Extraction.of(arguments, JsonExtract::at);
  }

  private static @Nullable Json at(Json root, String text) {
    JsonPath path = JsonPath.parse(text);
    if (path == null) {
      return null;
    }
    if (path.isWhole() && root instanceof Json.Members) {
      return root;
    }
    List<Json> found = path.select(root);
    return found.isEmpty() ? null : path.isMany() ? new Json.Items(found) : found.get(0);
  }
}
