package dev.highwater.engine.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as fields: each scalar under its path, {@code a.b} for members, {@code a{}} for the items of
 * an array (S-170).
 */
public final class JsonFields {

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private JsonFields() {}

  /**
   * The texts of all scalars by their paths, in the order of the text; JSON's nulls are left out.
   */
  public static Map<String, List<String>> of(Json root) {
    JsonFields fields = new JsonFields();
    fields.add("", root);
    return fields.values;
  }

  private void add(String path, Json value) {
    if (value instanceof Json.Members members) {
      members
          .byName()
          .forEach((name, member) -> add(path.isEmpty() ? name : path + "." + name, member));
    } else if (value instanceof Json.Items items) {
      items.list().forEach(item -> add(path + "{}", item));
    } else {
      String text = value.fieldText();
      if (text != null) {
        values.computeIfAbsent(path, any -> new ArrayList<>()).add(text);
      }
    }
  }
}
