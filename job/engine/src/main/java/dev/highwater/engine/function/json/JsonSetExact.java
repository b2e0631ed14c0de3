package dev.highwater.engine.function.json;

import dev.highwater.engine.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code json_set_exact(x, name, value, ...)}: with members of these very names. Rule S-170. */
public final class JsonSetExact implements EditingFunction {

  @Override
  public String name() {
    return "json_set_exact";
  }

  @Override
  public Json edited(Json root, String place, Json value) {
    if (!(root instanceof Json.Members members)) {
      return root;
    }
    Map<String, Json> changed = new LinkedHashMap<>(members.byName());
    changed.put(place, value);
    return new Json.Members(changed);
  }
}
