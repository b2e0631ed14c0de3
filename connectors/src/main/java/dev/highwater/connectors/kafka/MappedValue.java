package dev.highwater.connectors.kafka;

import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonPath;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a record has something to say: the first of some paths that leads to a value, else a text
 * that holds for all records.
 *
 * @param paths as {@link JsonPath} writes them
 * @param otherwise null for nothing
 */
record MappedValue(List<String> paths, @Nullable String otherwise) implements Serializable {

  MappedValue {
    paths = List.copyOf(paths);
    for (String path : paths) {
      if (JsonPath.parse(path) == null) {
        throw new IllegalArgumentException(
            "Invalid path: '" + path + "' (names with dots between them, {0} for an item)");
      }
    }
    if (paths.isEmpty() && otherwise == null) {
      throw new IllegalArgumentException("Invalid value: no path, and nothing otherwise");
    }
  }

  /** Reads values out of records. */
  interface Reader {

    /** The value of a record; an object or an array as JSON. Null when it has none. */
    @Nullable String of(Json root);
  }

  /** Finds no value where there is no map for it. */
  static Reader reader(@Nullable MappedValue value) {
    return value == null ? root -> null : value.compiled();
  }

  /** Reads this value; the paths are parsed once. */
  Reader compiled() {
    List<JsonPath> parsed = paths.stream().map(JsonPath::parse).filter(Objects::nonNull).toList();
    return root -> {
      for (JsonPath path : parsed) {
        for (Json found : path.select(root)) {
          String text = found.fieldText();
          if (text != null) {
            return text;
          }
        }
      }
      return otherwise;
    };
  }
}
