package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code highwater test} by the engine alone and as a Flink job. */
class TestEnginesITCase {

  private static final String REPOSITORY = "../..";

  @TempDir private Path directory;

  @Test
  void bothEnginesGiveTheSameReport() throws IOException {
    String engine = report("engine", "--integration");

    assertThat(engine).contains("\"status\":\"passed\"");
    assertThat(report("flink", "--integration", "--parallelism=3")).isEqualTo(engine);
  }

  private String report(String on, String... more) throws IOException {
    Path out = directory.resolve(on);
    List<String> arguments =
        new ArrayList<>(List.of("test", "--on=" + on, "--attack-data", REPOSITORY, "--quiet"));
    arguments.addAll(List.of("--out", out.toString()));
    arguments.addAll(List.of(more));
    EmbeddedRun.of(arguments.toArray(new String[0]));
    return Files.readString(out.resolve("report.json")).replaceAll("\"milliseconds\":[0-9]+", "");
  }
}
