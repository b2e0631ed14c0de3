package dev.highwater.connectors.published;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts content together from its files and its manifest, whichever come first (S-2115). */
final class ContentAssembly {

  private final String from;
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, String> hashes = new HashMap<>();
  private @Nullable ContentManifest manifest;
  private boolean isGiven = true;

  /**
   * @param from where it comes from, as messages name it
   */
  ContentAssembly(String from) {
    this.from = from;
  }

  /**
   * A file as it now is.
   *
   * @param bytes {@code null} when it is gone
   */
  void file(String path, byte @Nullable [] bytes) {
    if (bytes == null) {
      files.remove(path);
      hashes.remove(path);
    } else {
      files.put(path, bytes);
      hashes.put(path, ContentManifest.hash(bytes));
    }
  }

  void manifest(ContentManifest other) {
    isGiven = isGiven && other.equals(manifest);
    manifest = other;
  }

  /** The content of the last manifest, once; {@code null} while any of it is missing. */
  @Nullable PublishedContent take() {
    ContentManifest wanted = manifest;
    if (wanted == null || isGiven) {
      return null;
    }
    SortedMap<String, byte[]> whole = new TreeMap<>();
    for (Map.Entry<String, String> each : wanted.hashes().entrySet()) {
      byte[] bytes = files.get(each.getKey());
      if (bytes == null || !each.getValue().equals(hashes.get(each.getKey()))) {
        return null;
      }
      whole.put(each.getKey(), bytes);
    }
    isGiven = true;
    return new PublishedContent(from, whole, wanted.effectiveMillis(), wanted.finishes());
  }
}
