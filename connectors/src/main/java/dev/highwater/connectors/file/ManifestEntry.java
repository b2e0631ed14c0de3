package dev.highwater.connectors.file;

import org.jspecify.annotations.Nullable;

/**
 * One log that a manifest lists.
 *
 * @param place {@code file:line:column} of the path in the manifest
 * @param path as the manifest has it: a path, or the address of the file in its repository
 */
record ManifestEntry(String place, String path, Stated stated) {

  /** What a manifest states of a log's events; null where it is silent. */
  record Stated(@Nullable String sourcetype, @Nullable String source, @Nullable String index) {
    static final Stated NOTHING = new Stated(null, null, null);
  }
}
