package dev.highwater.engine.function.json;

import dev.highwater.engine.json.Json;
import java.util.List;

/**
 * {@code json_append(x, path, value, ...)}: with a value behind those at a path, as one item; a
 * path that leads nowhere changes nothing. Rule S-170.
 */
public final class JsonAppend implements EditingFunction {

  @Override
  public String name() {
    return "json_append";
  }

  @Override
  public Json edited(Json root, String place, Json value) {
    return EditingFunction.changed(
        root, place, old -> EditingFunction.appended(old, List.of(value)), false);
  }
}
