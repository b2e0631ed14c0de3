package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;
import dev.highwater.engine.content.ContentSources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the files of content go by, so that others can name them. */
final class ContentIndex {

  private final Map<String, Set<String>> names = new HashMap<>();
  private final Map<String, ContentFile> firsts = new HashMap<>();
  private final Set<String> deploymentTypes = new TreeSet<>();
  private final Set<String> tables;

  ContentIndex(ContentSources sources) {
    tables = new HashSet<>(sources.tables());
    deploymentTypes.addAll(sources.pack().deployments().keySet());
    for (ContentFile file : sources.files()) {
      String name = file.root().textOr("name", "");
      names.computeIfAbsent(file.part(), part -> new TreeSet<>()).add(name);
      firsts.putIfAbsent(place(file, "name", name), file);
      firsts.putIfAbsent(place(file, "id", file.root().textOr("id", "")), file);
    }
  }

  /** The names of all that is of a part, in all folders. */
  Set<String> names(String part) {
    return names.getOrDefault(part, Set.of());
  }

  Set<String> deploymentTypes() {
    return deploymentTypes;
  }

  /** Whether the folder of a file has a table. */
  boolean hasTable(ContentFile file, String fileName) {
    return tables.contains(file.folder() + "lookups/" + fileName);
  }

  /**
   * The first file of the same folder that has the same value for a key; null when it is the file
   * itself. What another folder has is meant to take the place.
   */
  @Nullable ContentFile firstWithSame(ContentFile file, String key) {
    ContentFile first = firsts.get(place(file, key, file.root().textOr(key, "")));
    return first == null || first.path().equals(file.path()) ? null : first;
  }

  private static String place(ContentFile file, String key, String value) {
    return file.folder() + '\n' + key + '\n' + value;
  }
}
