package dev.highwater.connectors.file;

import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.util.MutableRecordAndPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.jspecify.annotations.Nullable;

/** Reads splits; a batch is one chunk of lines. */
final class LogSplitFormat implements LogFormat {

  private static final long serialVersionUID = 1L;

  private final FramingLimits limits;
  private final transient @Nullable Counter bytesIn;

  LogSplitFormat(FramingLimits limits) {
    this(limits, null);
  }

  private LogSplitFormat(FramingLimits limits, @Nullable Counter bytesIn) {
    this.limits = limits;
    this.bytesIn = bytesIn;
  }

  @Override
  public LogSplitFormat countingInto(Counter counter) {
    return new LogSplitFormat(limits, counter);
  }

  @Override
  public Reader<RawEvent> createReader(Configuration config, LogSplit split) throws IOException {
    ByteInput input = LogBytes.open(split.file());
    return new ChunkReader(
        split.file().format().chunks(input, split.remaining(), limits),
        split.file().format().decoder(split.file().origin()),
        bytesIn == null ? new SimpleCounter() : bytesIn);
  }

  /** A split knows its position, so that beginning and going on are the same. */
  @Override
  public Reader<RawEvent> restoreReader(Configuration config, LogSplit split) throws IOException {
    return createReader(config, split);
  }

  @Override
  public boolean isSplittable() {
    return true;
  }

  @Override
  public TypeInformation<RawEvent> getProducedType() {
    return RawEventTypeInfo.INSTANCE;
  }

  private record ChunkReader(RecordChunks chunks, RecordDecoder decoder, Counter bytesIn)
      implements Reader<RawEvent> {

    @Override
    public @Nullable RecordIterator<RawEvent> readBatch() throws IOException {
      RecordChunk chunk = chunks.next();
      if (chunk == null) {
        return null;
      }
      bytesIn.inc(chunk.inputBytes());
      return new ChunkRecords(chunk, decoder);
    }

    @Override
    public void close() throws IOException {
      chunks.close();
    }
  }

  /** Frames and decodes in the task's thread, just before the record is used. */
  private static final class ChunkRecords implements RecordIterator<RawEvent> {

    private final RecordChunk chunk;
    private final RecordDecoder decoder;
    private final MutableRecordAndPosition<RawEvent> record = new MutableRecordAndPosition<>();

    ChunkRecords(RecordChunk chunk, RecordDecoder decoder) {
      this.chunk = chunk;
      this.decoder = decoder;
    }

    @Override
    public @Nullable RecordAndPosition<RawEvent> next() {
      if (!chunk.next()) {
        return null;
      }
      record.set(decoder.decode(chunk), chunk.nextOffset(), 0);
      return record;
    }

    @Override
    public void releaseBatch() {
      // the records keep the chunk's array
    }
  }
}
