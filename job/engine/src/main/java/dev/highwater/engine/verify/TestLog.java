package dev.highwater.engine.verify;

import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.util.Iterator;

/** A log that tests read. */
public interface TestLog {

  /** What its records say as their origin's input, unlike that of any other log of the run. */
  String input();

  /** Its records, from the first; the iterator is closed by the caller. */
  Records open() throws IOException;

  /** The records of a log; a fault of the file comes out as {@code UncheckedIOException}. */
  interface Records extends Iterator<RawEvent>, AutoCloseable {
    @Override
    void close() throws IOException;
  }
}
