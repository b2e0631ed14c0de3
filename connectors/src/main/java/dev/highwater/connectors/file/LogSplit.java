package dev.highwater.connectors.file;

import java.util.Locale;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.jspecify.annotations.Nullable;

/**
 * A part of one log file: the records whose first byte lies in {@code [offset, offset + length)},
 * or all of a file that cannot be split. Its reader position is the offset of the next one in the
 * uncompressed file, with no records to skip.
 */
public final class LogSplit extends FileSourceSplit {

  private static final long serialVersionUID = 1L;
  private static final String[] NO_HOSTS = new String[0];

  private final LogFile file;
  private final int rank;

  @SuppressWarnings("NullAway") // Flink takes null for a split that nobody has begun to read
  LogSplit(
      LogFile file, int rank, long offset, long length, @Nullable CheckpointedPosition position) {
    super(
        String.format(Locale.ROOT, "%08d", rank),
        file.path(),
        offset,
        length,
        0L,
        file.size(),
        NO_HOSTS,
        position);
    this.file = file;
    this.rank = rank;
  }

  /** A part that nobody has begun to read. */
  static LogSplit fresh(LogFile file, int rank, long offset, long length) {
    return new LogSplit(file, rank, offset, length, null);
  }

  LogFile file() {
    return file;
  }

  /** Place in the order in which splits are handed out; no two splits of a source share it. */
  int rank() {
    return rank;
  }

  /** The lines that are still to be read. */
  ByteRange remaining() {
    long end = file.isSplittable() ? offset() + length() : Long.MAX_VALUE;
    return getReaderPosition()
        .map(
            position ->
                new ByteRange(position.getOffset(), Math.max(end, position.getOffset()), true))
        .orElseGet(() -> new ByteRange(offset(), end, offset() == 0));
  }

  @Override
  @SuppressWarnings("NullAway") // as in the constructor
  public LogSplit updateWithCheckpointedPosition(@Nullable CheckpointedPosition position) {
    return new LogSplit(file, rank, offset(), length(), position);
  }
}
