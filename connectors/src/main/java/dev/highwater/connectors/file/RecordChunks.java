package dev.highwater.connectors.file;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Frames a range of an input into records, a chunk at a time. Every record of the input belongs to
 * exactly one of any ranges that tile it, unless only the whole input can be framed.
 */
interface RecordChunks extends Closeable {

  /** The next records, at least one; null behind the range's last record. */
  @Nullable RecordChunk next() throws IOException;
}
