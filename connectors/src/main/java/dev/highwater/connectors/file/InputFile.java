package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import java.nio.file.Path;

/**
 * One log file to read, and what Splunk would have known of its events.
 *
 * @param path of a readable file
 * @param origin of its records; for {@link RecordFormat#RAW_EVENTS} of those lines that do not say
 * @param size in bytes, as it lies on disk
 */
public record InputFile(
    Path path, EventOrigin origin, Compression compression, RecordFormat format, long size) {

  public InputFile {
    if (size < 0) {
      throw new IllegalArgumentException("Invalid file size: " + size + " (must be >= 0)");
    }
  }

  /** True when several readers can read it at once, each a range of it. */
  public boolean isSplittable() {
    return compression == Compression.NONE && format.isSplittable();
  }
}
