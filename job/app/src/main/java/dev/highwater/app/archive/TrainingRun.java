package dev.highwater.app.archive;

import dev.highwater.app.Highwater;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Replays a dataset in both runtime modes, so that a JVM that runs it with {@code
 * -XX:ArchiveClassesAtExit} archives the classes that a replay loads.
 */
public final class TrainingRun {
  private TrainingRun() {}

  /** The argument is a manifest; the exit code is that of the first replay that did not succeed. */
  public static void main(String[] arguments) throws IOException {
    Path out = Files.createTempDirectory("highwater-training");
    int code = 0;
    try {
      for (String mode : List.of("batch", "streaming")) {
        int replayed =
            Highwater.ofProcess()
                .run("replay", "--mode", mode, "--out", out.toString(), arguments[0]);
        code = code == 0 ? replayed : code;
      }
    } finally {
      delete(out);
    }
    System.exit(code);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
