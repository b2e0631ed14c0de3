package dev.highwater.connectors.outcome;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file of lines in order, though they come in none. Lines wait in a second file, only their
 * places in memory, until they are released; what is released is never touched again. Not safe for
 * use by several threads.
 */
final class OrderedLines implements AutoCloseable {

  private static final Comparator<Place> ORDER =
      Comparator.comparingLong(Place::timeMillis).thenComparing(Place::key);

  private final Path waitingFile;
  private final FileChannel waiting;
  private final FileChannel released;
  private final List<Place> places = new ArrayList<>();
  private long end;

  private record Place(long timeMillis, String key, long offset, int length) {}

  /** Opens the file, empty. */
  OrderedLines(Path file) throws IOException {
    waitingFile = file.resolveSibling("." + file.getFileName() + ".waiting");
    waiting =
        FileChannel.open(
            waitingFile,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    released =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /**
   * Takes a line.
   *
   * @param timeMillis the first order
   * @param key the order among lines of equal time
   * @param line with its line feed
   */
  void add(long timeMillis, String key, byte[] line) throws IOException {
    places.add(new Place(timeMillis, key, end, line.length));
    writeAll(waiting, ByteBuffer.wrap(line));
    end += line.length;
  }

  /** Writes, in order, the lines up to a time, which is included. */
  void release(long untilMillis) throws IOException {
    List<Place> due = new ArrayList<>();
    for (Place place : places) {
      if (place.timeMillis() <= untilMillis) {
        due.add(place);
      }
    }
    if (due.isEmpty()) {
      return;
    }
    due.sort(ORDER);
    for (Place place : due) {
      writeAll(released, read(place));
    }
    places.removeIf(place -> place.timeMillis() <= untilMillis);
    if (places.isEmpty()) {
      waiting.truncate(0);
      end = 0;
    }
  }

  private ByteBuffer read(Place place) throws IOException {
    ByteBuffer line = ByteBuffer.allocate(place.length());
    long at = place.offset();
    while (line.hasRemaining()) {
      int count = waiting.read(line, at);
      if (count < 0) {
        throw new IOException(waitingFile + " is shorter than what was written to it");
      }
      at += count;
    }
    return line.flip();
  }

  private void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    if (channel == waiting) {
      channel.position(end);
    }
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** What was not released is dropped. */
  @Override
  public void close() throws IOException {
    try (waiting;
        released) {
      places.clear();
    }
    Files.deleteIfExists(waitingFile);
  }
}
