package dev.highwater.connectors.file;

import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.MutableRecordAndPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.jspecify.annotations.Nullable;

/**
 * Reads all files in one split, side by side. The split's reader position is the number of records
 * that were read; to go on from there they are read again, since they come in the same order.
 */
final class SideBySideFormat implements LogFormat {

  private static final long serialVersionUID = 1L;
  private static final int BATCH_RECORDS = 1000;

  private final ArrayList<LogFile> files;
  private final ArrivalOrder order;
  private final FramingLimits limits;
  private final transient @Nullable Counter bytesIn;

  SideBySideFormat(List<LogFile> files, ArrivalOrder order, FramingLimits limits) {
    this(files, order, limits, null);
  }

  private SideBySideFormat(
      List<LogFile> files, ArrivalOrder order, FramingLimits limits, @Nullable Counter bytesIn) {
    this.files = new ArrayList<>(files);
    this.order = order;
    this.limits = limits;
    this.bytesIn = bytesIn;
  }

  @Override
  public SideBySideFormat countingInto(Counter counter) {
    return new SideBySideFormat(files, order, limits, counter);
  }

  @Override
  public Reader<RawEvent> createReader(Configuration config, LogSplit split) throws IOException {
    SideBySideReader reader =
        new SideBySideReader(
            MergedRecords.open(files, order, limits),
            bytesIn == null ? new SimpleCounter() : bytesIn);
    long read = split.getReaderPosition().map(CheckpointedPosition::getOffset).orElse(0L);
    for (long i = 0; i < read; i++) {
      reader.next();
    }
    return reader;
  }

  @Override
  public Reader<RawEvent> restoreReader(Configuration config, LogSplit split) throws IOException {
    return createReader(config, split);
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<RawEvent> getProducedType() {
    return RawEventTypeInfo.INSTANCE;
  }

  private static final class SideBySideReader implements BulkFormat.Reader<RawEvent> {

    private final MergedRecords records;
    private final Counter bytesIn;
    private long read;

    SideBySideReader(MergedRecords records, Counter bytesIn) {
      this.records = records;
      this.bytesIn = bytesIn;
    }

    private @Nullable RawEvent next() throws IOException {
      try {
        RawEvent next = records.next();
        if (next != null) {
          read++;
          bytesIn.inc(next.length() + 1L);
        }
        return next;
      } catch (UncheckedIOException fault) {
        throw new IOException(fault);
      }
    }

    @Override
    public @Nullable RecordIterator<RawEvent> readBatch() throws IOException {
      long before = read;
      List<RawEvent> batch = new ArrayList<>(BATCH_RECORDS);
      for (RawEvent next = next(); next != null; next = next()) {
        batch.add(next);
        if (batch.size() == BATCH_RECORDS) {
          break;
        }
      }
      return batch.isEmpty() ? null : new BatchRecords(batch, before);
    }

    @Override
    public void close() throws IOException {
      records.close();
    }
  }

  private static final class BatchRecords implements BulkFormat.RecordIterator<RawEvent> {

    private final List<RawEvent> batch;
    private final long before;
    private final MutableRecordAndPosition<RawEvent> record = new MutableRecordAndPosition<>();
    private int next;

    BatchRecords(List<RawEvent> batch, long before) {
      this.batch = batch;
      this.before = before;
    }

    @Override
    public @Nullable RecordAndPosition<RawEvent> next() {
      if (next == batch.size()) {
        return null;
      }
      record.set(batch.get(next), before + next + 1, 0);
      next++;
      return record;
    }

    @Override
    public void releaseBatch() {
      // the records keep their arrays
    }
  }
}
