package dev.highwater.engine.addon;

import org.jspecify.annotations.Nullable;

/** What an index-time transform can read or set: {@code SOURCE_KEY}, {@code DEST_KEY} (S-1321). */
enum IndexKey {
  RAW("_raw"),
  HOST("MetaData:Host"),
  SOURCE("MetaData:Source"),
  SOURCETYPE("MetaData:Sourcetype"),
  INDEX("_MetaData:Index"),
  QUEUE("queue");

  private final String written;

  IndexKey(String written) {
    this.written = written;
  }

  /** The key of that name, {@code null} for one that we cannot set. */
  static @Nullable IndexKey named(String name) {
    for (IndexKey key : values()) {
      if (key.written.equalsIgnoreCase(name)) {
        return key;
      }
    }
    return null;
  }
}
