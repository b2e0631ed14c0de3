package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replays by the command line against what an independent evaluator expects. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
class LinuxConformanceITCase {

  private static final Path LINUX =
      Path.of(System.getProperty("highwater.shared", ""), "conformance", "linux");

  @TempDir private static Path directory;

  @ParameterizedTest
  @CsvSource({"set_small,batch", "set_small,streaming", "set_main,batch", "set_main,streaming"})
  void findsTheExpectedRowsAndRisk(String set, String mode) throws Exception {
    Path out = Files.createTempDirectory(directory, set);
    replay(events(set), "--out=" + out, "--mode=" + mode, "--quiet");

    ExpectedRuns expected = ExpectedRuns.of(LINUX.resolve(set + "/expected_complete.jsonl.gz"));
    ExpectedRuns found = ExpectedRuns.found(out);
    assertThat(found.rows()).isNotEmpty().isEqualTo(expected.rows());
    assertThat(found.risk()).isNotEmpty().isEqualTo(expected.risk());
  }

  /** S-1401: what a run did not see is in the ledger, and nothing else is. */
  @ParameterizedTest
  @CsvSource({"set_small,5s", "set_main,5s", "set_main,90s"})
  void findsOrReportsEveryExpectedRowAsLive(String set, String disorder) throws Exception {
    Path log = plainEvents(set);
    Path out = Files.createTempDirectory(directory, set);
    replay(log, "--out=" + out, "--as-live", "--disorder=" + disorder, "--quiet");

    List<String> expected =
        ExpectedRuns.of(LINUX.resolve(set + "/expected_complete.jsonl.gz")).rows();
    List<String> found = ExpectedRuns.found(out).rows();
    LateEvents late = LateEvents.of(out, log);
    List<String> missing = new ArrayList<>(expected);
    List<String> extra = new ArrayList<>(found);
    found.forEach(missing::remove);
    expected.forEach(extra::remove);
    assertThat(missing).isNotEmpty().allMatch(late::explain);
    assertThat(extra).allMatch(late::explain);
    assertThat(found).isNotEmpty();
  }

  /** S-1408. */
  @ParameterizedTest
  @CsvSource({"set_small", "set_main"})
  void comesToTheCompleteFindingsWhereRunsAreAmended(String set) throws Exception {
    Path out = Files.createTempDirectory(directory, set);
    replay(plainEvents(set), "--out=" + out, "--as-live", "--amend=4h", "--quiet");

    assertThat(ExpectedRuns.lastRevisions(out))
        .isNotEmpty()
        .isEqualTo(ExpectedRuns.of(LINUX.resolve(set + "/expected_complete.jsonl.gz")).rows());
  }

  /** S-1409. */
  @Test
  void givesEveryFindingEarlyUnderItsId() throws Exception {
    Path out = Files.createTempDirectory(directory, "early");
    replay(plainEvents("set_small"), "--out=" + out, "--as-live", "--emit=eager", "--quiet");

    assertThat(ids(out.resolve("early.ndjson")))
        .hasSize(79)
        .containsExactlyInAnyOrderElementsOf(ids(out.resolve("findings.ndjson")));
  }

  private static List<String> ids(Path findings) throws IOException {
    return JsonTree.lines(findings).stream()
        .map(finding -> String.valueOf(finding.get("finding_id")))
        .toList();
  }

  /** S-416, S-1405. */
  @ParameterizedTest
  @CsvSource({"set_small,5", "set_main,8"})
  void showsWhatSplunksScheduleSees(String set, int unseen) throws Exception {
    Path out = Files.createTempDirectory(directory, set);
    String printed =
        run(
            "schedule",
            events(set),
            "--enable-all",
            "--arrival=" + arrivals(set),
            "--format=json",
            "--out=" + out);

    assertThat(ExpectedRuns.rowsFound(out.resolve("splunk")))
        .isNotEmpty()
        .isEqualTo(ExpectedRuns.of(LINUX.resolve(set + "/expected_splunk.jsonl.gz")).rows());
    assertThat(ExpectedRuns.rowsFound(out.resolve("complete")))
        .isEqualTo(ExpectedRuns.of(LINUX.resolve(set + "/expected_complete.jsonl.gz")).rows());
    Map<?, ?> detection =
        JsonTree.objects(JsonTree.of(JsonTree.object(printed), "detections")).get(0);
    assertThat(JsonTree.objects(JsonTree.of(detection, "unseen_events"))).hasSize(unseen);
    assertThat(detection.get("lag_ms")).hasToString("600000");
    assertThat(detection.get("needed_lag_ms")).hasToString("8100000");
  }

  @Test
  void readsEveryEventOfTheRealLogs() throws Exception {
    Path out = Files.createTempDirectory(directory, "real");
    Path real = LINUX.resolve("real");
    String summary = replay(real, "--out=" + out, "--format=json");

    Map<?, ?> input = (Map<?, ?>) JsonTree.of(JsonTree.object(summary), "input");
    long lines = 0;
    try (var files = Files.list(real)) {
      for (Path log : files.toList()) {
        lines += Files.readAllLines(log).size();
      }
    }
    assertThat(String.valueOf(input.get("records"))).isEqualTo(String.valueOf(lines));
    assertThat(String.valueOf(input.get("unparsable"))).isEqualTo("0");
  }

  private static String replay(Path input, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--parallelism=2"));
    arguments.addAll(List.of(more));
    return run("replay", input, arguments.toArray(String[]::new));
  }

  private static String run(String command, Path input, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                input.toString(),
                "--sourcetype=sysmon:linux",
                "--source=Syslog:Linux-Sysmon/Operational"));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(directory, arguments.toArray(String[]::new));
  }

  /** The set's events: those that are there, else made as its parameters say. */
  private static Path events(String set) throws IOException, InterruptedException {
    Path there = LINUX.resolve(set + "/events.log.gz");
    Path made = directory.resolve(set + "-made");
    if (Files.exists(there)) {
      return there;
    }
    if (!Files.exists(made)) {
      boolean isCi = "true".equals(System.getenv("CI"));
      assumeTrue(isCi || hasPython(), "no python3 to make " + set + " with");
      make(set, made);
    }
    return made.resolve("events.log");
  }

  private static Path arrivals(String set) throws IOException, InterruptedException {
    Path there = LINUX.resolve(set + "/arrival.tsv.gz");
    return Files.exists(there) ? there : events(set).resolveSibling("arrival.tsv");
  }

  private static Path plainEvents(String set) throws IOException, InterruptedException {
    Path events = events(set);
    if (!events.toString().endsWith(".gz")) {
      return events;
    }
    Path plain = directory.resolve(set + ".log");
    try (InputStream packed = new GZIPInputStream(Files.newInputStream(events))) {
      Files.copy(packed, plain, StandardCopyOption.REPLACE_EXISTING);
    }
    return plain;
  }

  private static boolean hasPython() {
    String[] places = System.getenv().getOrDefault("PATH", "").split(":", -1);
    for (String place : places) {
      if (Files.isExecutable(Path.of(place, "python3"))) {
        return true;
      }
    }
    return false;
  }

  private static void make(String set, Path made) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3", LINUX.resolve("gen.py").toString()));
    Map<String, Object> parameters =
        JsonTree.object(Files.readString(LINUX.resolve(set + "/params.json")));
    parameters.put("out", made.toString());
    parameters.forEach((name, value) -> command.addAll(List.of("--" + name, value.toString())));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("gen.txt").toFile())
            .start();
    assertThat(process.waitFor()).as(() -> command.toString()).isZero();
  }
}
