package dev.highwater.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file is one idea: no source of any module is longer than the ceiling. */
class SourceCeilingTest {

  private static final int MOST_LINES = 400;

  /** The test runs in the folder of its module. */
  private static final Path CHECKOUT = Path.of("..", "..");

  @Test
  void noSourceFileIsLongerThanTheCeiling() throws IOException {
    List<String> tooLong = new ArrayList<>();
    int seen = 0;
    for (Path file : sources()) {
      int lines = Files.readAllLines(file).size();
      if (lines > MOST_LINES) {
        tooLong.add(file + ": " + lines + " lines");
      }
      seen++;
    }
    assertThat(tooLong).isEmpty();
    assertThat(seen).as("sources found").isGreaterThan(100);
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path module :
        List.of(
            Path.of("job", "engine"),
            Path.of("job", "flink"),
            Path.of("job", "app"),
            Path.of("connectors"))) {
      try (Stream<Path> files = Files.walk(CHECKOUT.resolve(module).resolve("src"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    return sources;
  }
}
