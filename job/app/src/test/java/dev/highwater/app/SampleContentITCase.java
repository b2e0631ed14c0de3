package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * All detections of datasets/content on their schedules, over all logs of the datasets, as one job.
 */
@Timeout(120)
class SampleContentITCase {

  private static final Path DATASETS = Path.of("../../datasets");
  private static final String CORRELATION = "Several Techniques On One Object";

  @TempDir private Path directory;

  @Test
  void detectionsRaiseTheRiskThatOneOfThemFinds() throws IOException {
    assertThat(
            replay("batch").stream()
                .filter(finding -> CORRELATION.equals(finding.get("detection")))
                .map(SampleContentITCase::object))
        .containsExactlyInAnyOrder(
            "2026-03-02T16:00:00.000Z ws-11.corp.example 119",
            "2026-03-02T17:00:00.000Z ws-12.corp.example 174",
            "2026-03-03T10:00:00.000Z jonas 134",
            "2026-03-03T17:00:00.000Z ws-12.corp.example 172",
            "2026-03-04T17:00:00.000Z noah@example.org 251");
  }

  @Test
  void bothModesGiveTheSameFindingsByEveryDetection() throws IOException {
    List<Map<String, Object>> batch = replay("batch");

    assertThat(ids(batch)).hasSize(batch.size()).isEqualTo(ids(replay("streaming")));
    assertThat(batch.stream().map(finding -> finding.get("detection")).distinct())
        .hasSizeGreaterThanOrEqualTo(30);
  }

  @Test
  void everyTestPassesOnFlink() throws IOException {
    assertThat(SampleContentTest.statuses("flink", directory))
        .hasSizeGreaterThan(45)
        .containsOnly("passed");
  }

  private static String object(Map<String, Object> finding) {
    Map<?, ?> row = (Map<?, ?>) JsonTree.of(finding, "row");
    return "%s %s %s"
        .formatted(finding.get("scheduled_time"), row.get("risk_object"), row.get("risk_score"));
  }

  private static Set<String> ids(List<Map<String, Object>> findings) {
    Set<String> ids = new TreeSet<>();
    findings.forEach(finding -> ids.add(JsonTree.of(finding, "finding_id").toString()));
    return ids;
  }

  private List<Map<String, Object>> replay(String mode) throws IOException {
    Path out = directory.resolve(mode);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "replay",
                "--quiet",
                "--content",
                DATASETS.resolve("content").toString(),
                "--mode",
                mode,
                "--out",
                out.toString()));
    try (Stream<Path> files = Files.walk(DATASETS.resolve("attack_techniques"))) {
      files.map(Path::toString).filter(name -> name.endsWith(".yml")).forEach(arguments::add);
    }
    EmbeddedRun run = EmbeddedRun.of(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return JsonTree.lines(out.resolve("findings.ndjson"));
  }
}
