package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * When each line of a log file came. The file has a line for each, in their order: the number, from
 * 1, a tab, and seconds since 1970; it may be packed.
 */
public final class ArrivalFile {

  private static final int FEW = 1024;

  private final long[] millis;

  private ArrivalFile(long[] millis) {
    this.millis = millis;
  }

  /**
   * Reads all of it.
   *
   * @throws IOException when it cannot be read, or a line is not as it must be
   */
  public static ArrivalFile read(Path file) throws IOException {
    EventOrigin origin = new EventOrigin(file.toString(), "", "", "", "");
    InputFile lines =
        new InputFile(
            file, origin, FileHead.read(file).compression(), RecordFormat.LINES, Files.size(file));
    long[] millis = new long[FEW];
    int count = 0;
    try (RawEventReader reader = RawEventReader.open(lines)) {
      while (reader.hasNext()) {
        RawEvent line = reader.next();
        if (count == millis.length) {
          millis = Arrays.copyOf(millis, 2 * count);
        }
        millis[count] = millis(line.text(), count + 1, file);
        count++;
      }
    }
    return new ArrivalFile(Arrays.copyOf(millis, count));
  }

  private static long millis(String line, int number, Path file) throws IOException {
    int tab = line.indexOf('\t');
    try {
      if (tab > 0 && Integer.parseInt(line.substring(0, tab)) == number) {
        return EpochSeconds.millis(line.substring(tab + 1).strip());
      }
    } catch (NumberFormatException | ArithmeticException notANumber) {
      throw new IOException(complaint(line, number, file), notANumber);
    }
    throw new IOException(complaint(line, number, file));
  }

  private static String complaint(String line, int number, Path file) {
    return file
        + ":"
        + number
        + ": '"
        + line
        + "' is no arrival (must be the line's number, "
        + number
        + ", a tab, and seconds since 1970)";
  }

  /** Number of lines. */
  public int lines() {
    return millis.length;
  }

  /**
   * When a line came, epoch milliseconds.
   *
   * @param line from 1
   * @throws IndexOutOfBoundsException when the file ends before it
   */
  public long millisOf(int line) {
    return millis[line - 1];
  }
}
