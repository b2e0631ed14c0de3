package dev.highwater.app.replay;

import dev.highwater.app.Highwater;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** A generated log, nasty lines and all, in the forms in which it may come. */
final class GeneratedLog {

  private static final int LINES = 3000;

  private final Path directory;
  private final List<byte[]> lines;

  private GeneratedLog(Path directory, List<byte[]> lines) {
    this.directory = directory;
    this.lines = lines;
  }

  /**
   * The log {@code plain.log} in the directory, made by the program itself.
   *
   * @param huge whether some of its lines are 1 MiB long
   */
  static GeneratedLog in(Path directory, boolean huge) throws IOException {
    Path plain = directory.resolve("plain.log");
    int code =
        Highwater.ofProcess()
            .run(
                "generate",
                "sysmon-linux",
                "--out=" + plain,
                "--events=" + LINES,
                "--seed=11",
                "--hours=6",
                "--matching=0.02",
                "--nasty",
                "--huge=" + huge);
    if (code != 0) {
      throw new IOException("cannot generate " + plain);
    }
    return new GeneratedLog(directory, lines(Files.readAllBytes(plain)));
  }

  private static List<byte[]> lines(byte[] bytes) {
    List<byte[]> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (byte each : bytes) {
      line.write(each);
      if (each == '\n') {
        lines.add(line.toByteArray());
        line.reset();
      }
    }
    if (line.size() > 0) {
      throw new IllegalStateException("the log ends without a line feed");
    }
    return lines;
  }

  String plain() {
    return directory.resolve("plain.log").toString();
  }

  /** The same lines in another order. */
  String shuffled() throws IOException {
    List<byte[]> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(1));
    return write("shuffled.log", shuffled);
  }

  String gzipped() throws IOException {
    Path packed = directory.resolve("packed.log.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      for (byte[] line : lines) {
        out.write(line);
      }
    }
    return packed.toString();
  }

  /** One line after the other to the next of five files. */
  List<String> fiveFiles() throws IOException {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      List<byte[]> some = new ArrayList<>();
      for (int j = i; j < lines.size(); j += 5) {
        some.add(lines.get(j));
      }
      files.add(write("part" + i + ".log", some));
    }
    return files;
  }

  private String write(String name, List<byte[]> some) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] line : some) {
      out.write(line);
    }
    return Files.write(directory.resolve(name), out.toByteArray()).toString();
  }
}
