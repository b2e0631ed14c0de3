package dev.highwater.engine.verify;

import static dev.highwater.engine.verify.TestedContent.log;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.LookupTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule S-1982: what has to be there before a test. */
class SeededLookupsTest {

  private static final TestLog LOG =
      log("a", "2026-03-01T10:00:00Z dest=x", "2026-03-01T10:00:01Z dest=y");

  @TempDir private Path folder;
  private TestedContent content = new TestedContent(Path.of(""));

  @BeforeEach
  void writeContent() throws IOException {
    content = new TestedContent(folder);
    content.file(
        "lookups/known.yml",
        """
        name: known
        id: 9d7fc1f1-6f57-4a3c-b0ea-1f0e2a52d9a2
        lookup_type: csv
        """);
    content.file("lookups/known.csv", "dest,owner\nx,content\n");
    content.detection("a", "sourcetype=t | lookup known dest | table dest owner", "");
    content.file(
        "baselines/keep.yml",
        """
        name: Keep Known
        id: 9d7fc1f1-6f57-4a3c-b0ea-1f0e2a52d9a3
        version: 1
        type: Baseline
        search: 'sourcetype=t | stats count as owner by dest | outputlookup known'
        """);
  }

  @Test
  void aTestHasTheLookupsThatItSeeds() throws IOException, InterruptedException {
    PlannedSeeds seeds =
        new PlannedSeeds(Map.of("known", LookupTable.parse("dest,owner\ny,test\n")), List.of());

    assertThat(rows(PlannedSeeds.NONE)).isEqualTo("[{dest=y}, {dest=x, owner=content}]");
    assertThat(rows(seeds)).isEqualTo("[{dest=y, owner=test}, {dest=x}]");
  }

  @Test
  void baselinesHaveRunBefore() throws IOException, InterruptedException {
    Detection baseline = content.pack().findBaselines("keep known").get(0);
    TestLog other = log("b", "2026-03-01T10:00:00Z dest=x", "2026-03-01T10:00:00Z dest=x");

    assertThat(rows(new PlannedSeeds(Map.of(), List.of(baseline(baseline, LOG)))))
        .isEqualTo("[{dest=y, owner=1}, {dest=x, owner=1}]");
    assertThat(rows(new PlannedSeeds(Map.of(), List.of(baseline(baseline, other)))))
        .isEqualTo("[{dest=y}, {dest=x, owner=2}]");
  }

  @Test
  void saysWhatCannotBeSeeded() throws IOException, InterruptedException {
    Detection baseline = content.pack().findBaselines("keep.yml").get(0);
    PlannedSeeds unknown =
        new PlannedSeeds(Map.of("unknown", LookupTable.parse("dest\n")), List.of());
    PlannedSeeds timeless =
        new PlannedSeeds(Map.of(), List.of(baseline(baseline, log("b", "no time"))));

    assertThat(result(unknown).verdict())
        .isEqualTo(Verdict.error("there is no lookup 'unknown' to be seeded"));
    assertThat(result(timeless).verdict())
        .isEqualTo(Verdict.error("baseline 'Keep Known': no event of its logs has a time"));
  }

  private static PlannedSeeds.Baseline baseline(Detection baseline, TestLog log) {
    return new PlannedSeeds.Baseline(baseline, List.of(log));
  }

  private String rows(PlannedSeeds seeds) throws IOException, InterruptedException {
    return result(seeds).rows().toString();
  }

  private TestResult result(PlannedSeeds seeds) throws IOException, InterruptedException {
    DetectionTest test = content.tests().get(0);
    return content.runPlanned(List.of(new PlannedTest(test, List.of(LOG), seeds)), false).get(0);
  }
}
