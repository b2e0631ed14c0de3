package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import java.io.Serializable;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/** An {@link InputFile} that can travel to the cluster. */
record LogFile(
    Path path,
    EventOrigin origin,
    Compression compression,
    RecordFormat format,
    long size,
    @Nullable ArchiveMember member)
    implements Serializable {

  static LogFile of(InputFile file) {
    return new LogFile(
        new Path(file.path().toAbsolutePath().toUri()),
        file.origin(),
        file.compression(),
        file.format(),
        file.size(),
        file.member());
  }

  /** True when reading can begin in the middle without reading what lies before. */
  boolean isSplittable() {
    return compression == Compression.NONE && member == null && format.isSplittable();
  }
}
