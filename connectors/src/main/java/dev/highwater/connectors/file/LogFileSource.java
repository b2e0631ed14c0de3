package dev.highwater.connectors.file;

import dev.highwater.engine.event.RawEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.source.reader.SourceReaderOptions;
import org.apache.flink.connector.file.src.AbstractFileSource;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.connector.file.src.impl.FileSourceReader;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The records of a fixed list of log files, each once, also over a restore. Bounded. Uncompressed
 * files are read by several readers at once, in ranges; a packed file by one. Within a range the
 * order is the file's. Counts uncompressed bytes in {@code numBytesIn}.
 */
public final class LogFileSource extends AbstractFileSource<RawEvent, LogSplit> {

  private static final long serialVersionUID = 1L;

  /**
   * How long the end of a reader may take. Flink 2.3.0 sometimes loses the last word of a thread
   * that has read its last range (FLINK-40660) and would wait half a minute for it.
   */
  private static final long CLOSE_TIMEOUT_MILLIS = 100;

  private final LogFormat format;

  private LogFileSource(List<LogFile> files, FileEnumerator.Provider enumerator, LogFormat format) {
    super(
        files.stream().map(LogFile::path).distinct().toArray(Path[]::new),
        enumerator,
        RankedSplits::new,
        format,
        null);
    this.format = format;
  }

  /**
   * A source of these files, to be built.
   *
   * @param files at least one; the order counts for {@link ReadOrder#AS_GIVEN}
   */
  public static Builder of(List<InputFile> files) {
    return new Builder(files);
  }

  @Override
  public SimpleVersionedSerializer<LogSplit> getSplitSerializer() {
    return LogSplitSerializer.INSTANCE;
  }

  @Override
  public SourceReader<RawEvent, LogSplit> createReader(SourceReaderContext context) {
    LogFormat counting =
        format.countingInto(context.metricGroup().getIOMetricGroup().getNumBytesInCounter());
    Configuration settings = new Configuration(context.getConfiguration());
    settings.set(SourceReaderOptions.SOURCE_READER_CLOSE_TIMEOUT, CLOSE_TIMEOUT_MILLIS);
    return new FileSourceReader<>(context, counting, settings);
  }

  private static FileEnumerator.Provider enumerator(
      List<LogFile> files, ReadOrder order, long splitBytes) {
    ArrayList<LogFile> serializable = new ArrayList<>(files);
    return () -> new LogFileEnumerator(serializable, order, splitBytes);
  }

  /** All files are one split, which is named after the first of them. */
  private static FileEnumerator.Provider together(List<LogFile> files) {
    LogFile first = files.get(0);
    long size = files.stream().mapToLong(LogFile::size).sum();
    return () -> (paths, splits) -> List.of(LogSplit.fresh(first, 0, 0, Math.max(size, 1)));
  }

  /** What may be set; every setting has a default. */
  public static final class Builder {

    private static final long DEFAULT_SPLIT_BYTES = 32L * 1024 * 1024;

    private final List<InputFile> files;
    private ReadOrder order = ReadOrder.BIGGEST_FIRST;
    private long splitBytes = DEFAULT_SPLIT_BYTES;
    private FramingLimits limits = FramingLimits.DEFAULT;
    private @Nullable ArrivalOrder arrivals;

    private Builder(List<InputFile> files) {
      if (files.isEmpty()) {
        throw new IllegalArgumentException("Cannot read log files: none given");
      }
      this.files = List.copyOf(files);
    }

    /** {@link ReadOrder#BIGGEST_FIRST} unless set. */
    public Builder order(ReadOrder newOrder) {
      order = newOrder;
      return this;
    }

    /**
     * All files at once by one reader, the records in the order in which they came; the other order
     * and the size of the splits then say nothing.
     */
    public Builder sideBySide(ArrivalOrder newArrivals) {
      arrivals = newArrivals;
      return this;
    }

    /** Bytes of a file that one reader takes at a time; 32 MiB unless set. */
    public Builder splitBytes(long newSplitBytes) {
      if (newSplitBytes < 1) {
        throw new IllegalArgumentException(
            "Invalid split size: " + newSplitBytes + " (must be >= 1)");
      }
      splitBytes = newSplitBytes;
      return this;
    }

    /** {@link FramingLimits#DEFAULT} unless set. */
    public Builder limits(FramingLimits newLimits) {
      limits = newLimits;
      return this;
    }

    public LogFileSource build() {
      List<LogFile> logs = files.stream().map(LogFile::of).toList();
      return arrivals == null
          ? new LogFileSource(logs, enumerator(logs, order, splitBytes), new LogSplitFormat(limits))
          : new LogFileSource(logs, together(logs), new SideBySideFormat(logs, arrivals, limits));
    }
  }
}
