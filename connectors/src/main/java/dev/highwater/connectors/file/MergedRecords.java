package dev.highwater.connectors.file;

import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The records of several files: of those that come next in each, always the one that came first; of
 * those that came at one time that of the file that was given first.
 */
final class MergedRecords implements AutoCloseable {

  private final List<RawEventReader> readers = new ArrayList<>();
  private final PriorityQueue<Next> next =
      new PriorityQueue<>(Comparator.comparingLong(Next::arrival).thenComparingInt(Next::file));

  /** What comes next in a file. */
  private record Next(
      int file,
      RawEventReader reader,
      ToLongFunction<RawEvent> order,
      RawEvent raw,
      long arrival) {}

  private MergedRecords() {}

  static MergedRecords open(List<LogFile> files, ArrivalOrder order, FramingLimits limits)
      throws IOException {
    MergedRecords merged = new MergedRecords();
    try {
      for (LogFile file : files) {
        RawEventReader reader = RawEventReader.open(file, limits);
        merged.readers.add(reader);
        merged.queue(merged.readers.size(), reader, order.begin());
      }
      return merged;
    } catch (IOException | RuntimeException fault) {
      merged.close();
      throw fault;
    }
  }

  private void queue(int file, RawEventReader reader, ToLongFunction<RawEvent> order) {
    if (reader.hasNext()) {
      RawEvent raw = reader.next();
      next.add(new Next(file, reader, order, raw, order.applyAsLong(raw)));
    }
  }

  /** {@code null} when no record is left. */
  @Nullable RawEvent next() {
    Next first = next.poll();
    if (first == null) {
      return null;
    }
    queue(first.file(), first.reader(), first.order());
    return first.raw();
  }

  @Override
  public void close() throws IOException {
    for (RawEventReader reader : readers) {
      reader.close();
    }
  }
}
