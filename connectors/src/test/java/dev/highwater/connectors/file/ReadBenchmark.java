package dev.highwater.connectors.file;

import dev.highwater.engine.addon.EventBreaking;
import dev.highwater.engine.event.EventOrigin;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Prints how fast a file is read, framed, and made into records. Argument: the file. */
final class ReadBenchmark {

  private interface Reading {
    long run(InputFile file) throws IOException;
  }

  private static final int ROUNDS = 7;

  private ReadBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    Path path = Path.of(arguments[0]);
    EventOrigin origin = new EventOrigin("in", "h", "s", "st", "main");
    Compression compression = FileHead.read(path).compression();
    InputFile file = new InputFile(path, origin, compression, RecordFormat.LINES, Files.size(path));
    measure("read only", ReadBenchmark::bytes, file);
    measure("chunks", ReadBenchmark::chunks, file);
    measure("framing", ReadBenchmark::frame, file);
    measure("records", ReadBenchmark::records, file);
    EventBreaking breaking = new EventBreaking(Map.of("BREAK_ONLY_BEFORE", "^<Event"), "Z");
    RecordFormat format = RecordFormat.of(breaking);
    measure("events", ReadBenchmark::records, with(file, format));
    measure("json", ReadBenchmark::records, with(file, RecordFormat.JSON));
  }

  private static InputFile with(InputFile file, RecordFormat format) {
    return new InputFile(file.path(), file.origin(), file.compression(), format, file.size());
  }

  private static void measure(String name, Reading reading, InputFile file) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      long wall = System.nanoTime();
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long count = reading.run(file);
      double cpuSeconds =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
      double seconds = (System.nanoTime() - wall) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%-10s %8.0f MB/s, %.3f CPU s of this thread, count %d%n",
          name,
          file.size() / 1e6 / seconds,
          cpuSeconds,
          count);
    }
  }

  private static long bytes(InputFile file) throws IOException {
    byte[] buffer = new byte[FramingLimits.DEFAULT.chunkBytes()];
    long total = 0;
    try (ByteInput input = LogBytes.open(file.place())) {
      for (int read = 0; read >= 0; read = input.read(buffer, 0, buffer.length)) {
        total += read;
      }
    }
    return total;
  }

  private static long chunks(InputFile file) throws IOException {
    long total = 0;
    try (LineChunks chunks = open(file)) {
      for (LineChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        total += chunk.inputBytes();
      }
    }
    return total;
  }

  private static long frame(InputFile file) throws IOException {
    long lines = 0;
    try (LineChunks chunks = open(file)) {
      for (LineChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        while (chunk.next()) {
          lines++;
        }
      }
    }
    return lines;
  }

  private static long records(InputFile file) throws IOException {
    long length = 0;
    try (RawEventReader reader = RawEventReader.open(file)) {
      while (reader.hasNext()) {
        length += reader.next().length();
      }
    }
    return length;
  }

  private static LineChunks open(InputFile file) throws IOException {
    return new LineChunks(LogBytes.open(file.place()), ByteRange.whole(), FramingLimits.DEFAULT);
  }
}
