package dev.highwater.app.schedule;

import dev.highwater.connectors.file.ArrivalFile;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.RawEventReader;
import dev.highwater.engine.detect.IndexedRecord;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The records of files, one file behind the other, with the times at which they came. What is wrong
 * comes out as {@link UncheckedIOException}.
 */
final class IndexedFiles implements Iterator<IndexedRecord>, AutoCloseable {

  private final Iterator<InputFile> files;
  private final @Nullable ArrivalFile arrivals;
  private @Nullable RawEventReader reader;
  private int line;

  /**
   * @param arrivals of the lines of the only file; null when events say themselves when they came
   */
  IndexedFiles(List<InputFile> files, @Nullable ArrivalFile arrivals) {
    this.files = files.iterator();
    this.arrivals = arrivals;
  }

  @Override
  public boolean hasNext() {
    try {
      RawEventReader current = reader;
      while (current == null || !current.hasNext()) {
        close();
        if (!files.hasNext()) {
          return false;
        }
        current = RawEventReader.open(files.next());
        reader = current;
        line = 0;
      }
      return true;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Override
  public IndexedRecord next() {
    if (!hasNext() || reader == null) {
      throw new NoSuchElementException("No record left");
    }
    RawEvent raw = reader.next();
    line++;
    long index = indexMillis(raw);
    return new IndexedRecord(raw.withIndexTime(index), index);
  }

  private long indexMillis(RawEvent raw) {
    ArrivalFile given = arrivals;
    if (given == null && raw.indexTimeMillis() != RawEvent.NO_TIME) {
      return raw.indexTimeMillis();
    }
    if (given != null && line <= given.lines()) {
      return given.millisOf(line);
    }
    throw new UncheckedIOException(
        new IOException(
            raw
                + ": nobody says when line "
                + line
                + " came (give --arrival a file with all lines, or lines with _indextime)"));
  }

  @Override
  public void close() throws IOException {
    RawEventReader current = reader;
    if (current != null) {
      current.close();
      reader = null;
    }
  }
}
