package dev.highwater.engine.detect;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.Lookup;
import dev.highwater.engine.content.LookupItem;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The lookups of a content pack with what they hold; a file is read once. */
final class LookupContents {

  private final ContentPack content;
  private final Map<String, LookupItem> read = new HashMap<>();

  LookupContents(ContentPack content) {
    this.content = content;
  }

  /**
   * What a search needs to run.
   *
   * @param used by the names that the search has for them
   * @param diagnostics takes the reasons why it cannot run
   */
  List<LookupItem> of(
      Map<String, LookupDefinition> used, SourceSpan search, List<Diagnostic> diagnostics) {
    List<LookupItem> items = new ArrayList<>();
    used.forEach(
        (name, definition) -> {
          Lookup lookup = content.lookups().get(definition.name());
          try {
            items.add(item(name, definition, Objects.requireNonNull(lookup)));
          } catch (IOException e) {
            diagnostics.add(
                Diagnostic.error(
                    search,
                    "the file of the lookup '" + name + "' cannot be read: " + e.getMessage()));
          }
        });
    return items;
  }

  private LookupItem item(String name, LookupDefinition definition, Lookup lookup)
      throws IOException {
    LookupItem item = read.get(name);
    if (item == null) {
      item = new LookupItem(name, definition, lookup.contents());
      read.put(name, item);
    }
    return item;
  }
}
