package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The samples of add-ons: what searches see of each event of {@code
 * datasets/addons/NAME/sample.log} is what stands in {@code expected.ndjson} beside it. The README
 * of that folder says how to write it anew.
 */
class AddOnSampleTest {

  private static final Path SAMPLES = Path.of("..", "..", "datasets", "addons");

  @TestFactory
  Stream<DynamicTest> eachSampleGivesWhatIsExpected() throws IOException {
    return folders().stream()
        .map(folder -> dynamicTest(folder.getFileName().toString(), () -> check(folder)));
  }

  @Test
  void thereAreSamples() throws IOException {
    assertThat(folders()).isNotEmpty();
  }

  private static List<Path> folders() throws IOException {
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> all = Files.list(SAMPLES)) {
      all.filter(Files::isDirectory).sorted().forEach(folders::add);
    }
    return folders;
  }

  private static void check(Path folder) throws IOException {
    EmbeddedRun run =
        EmbeddedRun.of("fields", "--format=json", folder.resolve("sample.log").toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().toList())
        .containsExactlyElementsOf(Files.readAllLines(folder.resolve("expected.ndjson")));
  }
}
