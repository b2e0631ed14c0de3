package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All records of one file in their order, read as they are asked for. Faults of the file come out
 * as {@link UncheckedIOException}.
 */
public final class RawEventReader implements Iterator<RawEvent>, AutoCloseable {

  private final RecordChunks chunks;
  private final RecordDecoder decoder;
  private @Nullable RecordChunk chunk;
  private boolean isOnRecord;

  private RawEventReader(RecordChunks chunks, RecordDecoder decoder) {
    this.chunks = chunks;
    this.decoder = decoder;
  }

  /** Opens a file with the default limits. */
  public static RawEventReader open(InputFile file) throws IOException {
    return open(file, FramingLimits.DEFAULT);
  }

  public static RawEventReader open(InputFile file, FramingLimits limits) throws IOException {
    return of(LogBytes.open(file.place()), file.format(), file.origin(), limits);
  }

  static RawEventReader open(LogFile file, FramingLimits limits) throws IOException {
    return of(LogBytes.open(file), file.format(), file.origin(), limits);
  }

  private static RawEventReader of(
      ByteInput input, RecordFormat format, EventOrigin origin, FramingLimits limits)
      throws IOException {
    return of(format.chunks(input, ByteRange.whole(), limits), format.decoder(origin));
  }

  static RawEventReader of(RecordChunks chunks, RecordDecoder decoder) {
    return new RawEventReader(chunks, decoder);
  }

  @Override
  public boolean hasNext() {
    try {
      while (!isOnRecord) {
        RecordChunk current = chunk;
        if (current != null && current.next()) {
          isOnRecord = true;
        } else {
          chunk = chunks.next();
          if (chunk == null) {
            return false;
          }
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public RawEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException("No record left");
    }
    isOnRecord = false;
    return decoder.decode(Objects.requireNonNull(chunk));
  }

  @Override
  public void close() throws IOException {
    chunks.close();
  }
}
