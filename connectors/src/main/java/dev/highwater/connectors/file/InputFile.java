package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One log file to read, and what Splunk would have known of its events.
 *
 * @param path of a readable file
 * @param origin of its records; for {@link RecordFormat#RAW_EVENTS} of those lines that do not say
 * @param size in bytes, as it lies on disk; of a member what it unpacks to
 * @param member null unless the file is an archive, of which this is one member
 */
public record InputFile(
    Path path,
    EventOrigin origin,
    Compression compression,
    RecordFormat format,
    long size,
    @Nullable ArchiveMember member) {

  /** A file that is no archive. */
  public InputFile(
      Path path, EventOrigin origin, Compression compression, RecordFormat format, long size) {
    this(path, origin, compression, format, size, null);
  }

  public InputFile {
    if (size < 0) {
      throw new IllegalArgumentException("Invalid file size: " + size + " (must be >= 0)");
    }
  }

  /** The same file; its records say that they come from another input. */
  public InputFile withInput(String name) {
    return new InputFile(path, origin.withInput(name), compression, format, size, member);
  }

  LogPlace place() {
    return new LogPlace(path, compression, member);
  }

  /** True when several readers can read it at once, each a range of it. */
  public boolean isSplittable() {
    return compression == Compression.NONE && member == null && format.isSplittable();
  }
}
