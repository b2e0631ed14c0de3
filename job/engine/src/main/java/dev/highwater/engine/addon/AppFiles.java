package dev.highwater.engine.addon;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An app as text: what a job carries of it.
 *
 * @param name of its directory, which decides what it holds over (S-1301)
 * @param place the directory as messages show it
 * @param texts by path in the app, such as {@code default/props.conf} and {@code lookups/x.csv}
 */
public record AppFiles(String name, String place, Map<String, String> texts) {

  public AppFiles {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /** The text of a file, {@code null} when the app has none of that path. */
  public @Nullable String text(String path) {
    return texts.get(path);
  }

  /** The file as messages show it. */
  public String display(String path) {
    return place + "/" + path;
  }
}
