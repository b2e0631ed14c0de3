package dev.highwater.engine.function.json;

import dev.highwater.engine.json.Json;
import java.util.List;

/**
 * {@code json_extend(x, path, array, ...)}: with the items of an array behind the values at a path;
 * a path that leads nowhere changes nothing. Rule S-170.
 */
public final class JsonExtend implements EditingFunction {

  @Override
  public String name() {
    return "json_extend";
  }

  @Override
  public Json edited(Json root, String place, Json value) {
    List<Json> items = value instanceof Json.Items array ? array.list() : List.of(value);
    return EditingFunction.changed(root, place, old -> EditingFunction.appended(old, items), false);
  }
}
