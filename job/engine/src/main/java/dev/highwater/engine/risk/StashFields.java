package dev.highwater.engine.risk;

import dev.highwater.engine.event.Row;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a row's fields get when an action writes the row as an event (S-703). */
final class StashFields {

  private static final Set<String> KEPT_INTERNAL = Set.of("_bkt", "_cd", "_raw", "_time");
  private static final Set<String> DROPPED = Set.of("punct", "sid", "rid", "orig_sid", "orig_rid");
  private static final Set<String> RENAMED =
      Set.of(
          "_bkt",
          "_cd",
          "_time",
          "_raw",
          "splunk_server",
          "index",
          "source",
          "sourcetype",
          "host",
          "linecount",
          "timestartpos",
          "timeendpos",
          "eventtype",
          "tag",
          "search_name",
          "event_hash",
          "event_id");

  private StashFields() {}

  static Row of(Row row) {
    Row fields = new Row();
    for (String name : row.names()) {
      String written = written(name);
      boolean isShadowed = name.startsWith("orig_") && isMappedTo(name, row);
      if (written != null && !isShadowed) {
        fields.set(written, row.get(name));
      }
    }
    return fields;
  }

  private static @Nullable String written(String name) {
    boolean isInternal = name.startsWith("_") && !KEPT_INTERNAL.contains(name);
    if (isInternal || name.startsWith("date_") || DROPPED.contains(name)) {
      return null;
    }
    if (RENAMED.contains(name) || name.startsWith("tag::")) {
      return "orig_" + (name.startsWith("_") ? name.substring(1) : name);
    }
    return name;
  }

  /** Whether another field of the row is written under this name. */
  private static boolean isMappedTo(String name, Row row) {
    return row.names().stream()
        .anyMatch(other -> !other.equals(name) && name.equals(written(other)));
  }
}
