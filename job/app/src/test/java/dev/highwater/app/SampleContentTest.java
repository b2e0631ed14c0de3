package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The detections of datasets/content over their logs. */
class SampleContentTest {

  private static final Path DATASETS = Path.of("../../datasets");
  private static final String CONTENT = DATASETS.resolve("content").toString();

  @TempDir private Path directory;

  @Test
  void everyTestPassesAndGivesItsGoldenRows() throws IOException {
    assertThat(statuses("engine", directory)).hasSizeGreaterThan(45).containsOnly("passed");
  }

  @Test
  void everyDetectionHasGoldenRowsAndRuns() throws IOException {
    List<String> detections = filesOf("content/detections", ".yml");

    assertThat(filesOf("content/detections", ".golden.json"))
        .hasSizeGreaterThanOrEqualTo(25)
        .isEqualTo(detections);
    EmbeddedRun lint = EmbeddedRun.of("lint", CONTENT);
    assertThat(lint.err() + lint.out()).contains("0 refused, 0 in error");
    assertThat(lint.code()).isZero();
  }

  /** What the tests came to; detections are asked for the right risk, too. */
  static List<String> statuses(String engine, Path out) throws IOException {
    EmbeddedRun.of(
        "test",
        "--content",
        CONTENT,
        "--attack-data",
        DATASETS.resolve("..").toString(),
        "--integration",
        "--on",
        engine,
        "--out",
        out.toString());
    Map<String, Object> report = JsonTree.object(Files.readString(out.resolve("report.json")));
    return JsonTree.objects(JsonTree.of(report, "tests")).stream()
        .map(test -> JsonTree.of(test, "status") + reason(test))
        .toList();
  }

  private static String reason(Map<?, ?> test) {
    String reason = JsonTree.of(test, "reason").toString();
    return reason.isEmpty() ? "" : ": " + JsonTree.of(test, "detection") + ": " + reason;
  }

  /** Files below a folder of the datasets, without their ending, in order. */
  private static List<String> filesOf(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(DATASETS.resolve(folder))) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    }
  }
}
