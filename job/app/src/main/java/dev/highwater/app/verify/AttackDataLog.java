package dev.highwater.app.verify;

import dev.highwater.connectors.file.ArrivalFile;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.RawEventReader;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.verify.TestLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A log of a checkout of attack data.
 *
 * @param file whose records name the file and what the test says of it
 * @param arrival says when its lines came; null where the records say so, or nobody does
 * @param progress is told of each record that is read
 */
record AttackDataLog(InputFile file, @Nullable Path arrival, Consumer<RawEvent> progress)
    implements TestLog {

  /** A log whose reading nobody watches. */
  AttackDataLog(InputFile file) {
    this(file, null, raw -> {});
  }

  @Override
  public String input() {
    return file.origin().input();
  }

  @Override
  public Records open() throws IOException {
    ArrivalFile arrivals = arrival == null ? null : ArrivalFile.read(arrival);
    return new FileRecords(RawEventReader.open(file), arrivals, progress);
  }

  private static final class FileRecords implements Records {

    private final RawEventReader reader;
    private final @Nullable ArrivalFile arrivals;
    private final Consumer<RawEvent> progress;
    private int line;

    FileRecords(
        RawEventReader reader, @Nullable ArrivalFile arrivals, Consumer<RawEvent> progress) {
      this.progress = progress;
      this.reader = reader;
      this.arrivals = arrivals;
    }

    @Override
    public boolean hasNext() {
      return reader.hasNext();
    }

    @Override
    public RawEvent next() {
      RawEvent raw = reader.next();
      progress.accept(raw);
      line++;
      if (arrivals == null) {
        return raw;
      }
      if (line > arrivals.lines()) {
        String problem = "its arrival file has no line " + line;
        throw new UncheckedIOException(new IOException(problem));
      }
      return raw.withIndexTime(arrivals.millisOf(line));
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
