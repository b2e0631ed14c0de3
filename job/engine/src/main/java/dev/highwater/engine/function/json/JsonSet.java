package dev.highwater.engine.function.json;

import dev.highwater.engine.json.Json;

/**
 * {@code json_set(x, path, value, ...)}: with values put in at paths; objects on the way are made,
 * a path that does not fit changes nothing. Rule S-170.
 */
public final class JsonSet implements EditingFunction {

  @Override
  public String name() {
    return "json_set";
  }

  @Override
  public Json edited(Json root, String place, Json value) {
    return EditingFunction.changed(root, place, old -> value, true);
  }
}
