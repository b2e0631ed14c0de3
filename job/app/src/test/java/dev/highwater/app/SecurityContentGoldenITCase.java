package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tests of a checkout of security_content over the logs of attack_data that are at hand,
 * against golden rows that datasets/golden/check.py counts anew without Highwater.
 */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
class SecurityContentGoldenITCase {

  private static final Path SHARED = Path.of(System.getProperty("highwater.shared", ""));
  private static final Path CORPUS = SHARED.resolve("corpus");
  private static final Path TECHNIQUES = CORPUS.resolve("attack_data/datasets/attack_techniques");
  private static final Path GOLDEN = Path.of("../../datasets/golden");
  private static final String SUFFIX = ".golden.json";

  /** Its log at hand lacks the logons, so that no row has the threat field of its test. */
  private static final String WITHOUT_LOGONS =
      "windows_ad_replication_request_initiated_from_unsanctioned_location";

  @TempDir private static Path directory;

  /** By engine and the stems of detections' files. */
  private static final Map<String, Map<String, Map<?, ?>>> RESULTS = new TreeMap<>();

  @BeforeAll
  static void runsAllTests() throws IOException {
    addLog("T1059/log4shell_ldap_traffic/pantraffic");
    addLog("T1548/octave/sysmon_linux");
    addWithoutManualMark(WITHOUT_LOGONS);
    for (String engine : List.of("engine", "flink")) {
      Path out = directory.resolve(engine);
      EmbeddedRun.of(
          "test",
          "--content",
          CORPUS.resolve("escu").toString(),
          "--content",
          directory.resolve("content").toString(),
          "--attack-data",
          directory.toString(),
          "--attack-data",
          CORPUS.resolve("attack_data").toString(),
          "--on",
          engine,
          "--out",
          out.toString());
      RESULTS.put(engine, results(out.resolve("report.json")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"engine", "flink"})
  void givesTheGoldenRows(String engine) throws IOException {
    Map<String, Map<?, ?>> results = RESULTS.getOrDefault(engine, Map.of());
    Map<String, Object> golden = new TreeMap<>();
    Map<String, Object> found = new TreeMap<>();
    for (String detection : goldenDetections()) {
      Map<String, Object> tests =
          JsonTree.object(Files.readString(GOLDEN.resolve(detection + SUFFIX)));
      golden.put(detection, tests);
      Map<?, ?> result = results.getOrDefault(detection, Map.of("test", "not run", "rows", ""));
      String test = JsonTree.of(result, "test").toString();
      found.put(detection, Map.of(test, JsonTree.of(result, "rows")));
    }
    assertThat(found).hasSize(27).isEqualTo(golden);
  }

  @ParameterizedTest
  @ValueSource(strings = {"engine", "flink"})
  void passesWhatHasGoldenRows(String engine) throws IOException {
    Set<String> expected = goldenDetections();
    expected.remove(WITHOUT_LOGONS);

    assertThat(
            RESULTS.getOrDefault(engine, Map.of()).entrySet().stream()
                .filter(each -> "passed".equals(each.getValue().get("status")))
                .map(Map.Entry::getKey))
        .containsExactlyElementsOf(expected);
  }

  /**
   * Splunk's own output has one row that comes of a log at hand. Its count is of a log that was
   * brought in four times.
   */
  @Test
  void givesTheRowThatSplunkGave() throws IOException {
    String detection = "windows_modify_registry_to_add_or_modify_firewall_rule";
    Map<String, Object> splunk =
        JsonTree.lines(SHARED.resolve("conformance/splunk_output/results.jsonl")).stream()
            .filter(result -> JsonTree.of(result, "file_name").equals(detection + ".yml"))
            .findFirst()
            .orElseThrow();
    Map<String, Object> row = new TreeMap<>();
    JsonTree.objects(JsonTree.of(splunk, "results")).stream()
        .filter(each -> "ar-win-2.attackrange.local".equals(each.get("dest")))
        .forEach(each -> each.forEach((field, value) -> row.put(field.toString(), value)));
    assertThat(row.put("count", "1")).isEqualTo("4");

    EmbeddedRun run =
        EmbeddedRun.of(
            "search",
            "--content",
            CORPUS.resolve("escu").toString(),
            "--sourcetype=xmlwineventlog",
            "--source=XmlWinEventLog:Microsoft-Windows-Sysmon/Operational",
            JsonTree.of(splunk, "spl_query").toString(),
            TECHNIQUES.resolve("T1112/firewall_modify_delete/firewall_mod_delete.log").toString());
    assertThat(JsonTree.object(run.out())).isEqualTo(row);
  }

  private static Set<String> goldenDetections() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The results of the tests that ran, by the stems of their detections' files. */
  private static Map<String, Map<?, ?>> results(Path report) throws IOException {
    Map<String, Map<?, ?>> byStem = new TreeMap<>();
    Map<String, Object> read = JsonTree.object(Files.readString(report));
    for (Map<?, ?> test : JsonTree.objects(JsonTree.of(read, "tests"))) {
      String file = Path.of(String.valueOf(test.get("file"))).getFileName().toString();
      if (test.containsKey("search")) {
        byStem.put(file.replaceFirst("\\.yml$", ""), test);
      }
    }
    return byStem;
  }

  /** An older version of a log, under the name that it has by now. */
  private static void addLog(String stem) throws IOException {
    Path log = Path.of("datasets/attack_techniques", stem + ".log");
    Path older = TECHNIQUES.resolve(stem + ".txt");
    Files.createDirectories(directory.resolve(log).getParent());
    Files.copy(older, directory.resolve(log));
  }

  /** A detection whose test no longer is one for a person. */
  private static void addWithoutManualMark(String stem) throws IOException {
    Path detection = CORPUS.resolve("escu/detections/endpoint").resolve(stem + ".yml");
    String text = Files.readString(detection).replaceAll("(?m)^ +manual_test: .*\n", "");
    Files.createDirectories(directory.resolve("content/detections"));
    Files.writeString(directory.resolve("content/detections").resolve(stem + ".yml"), text);
  }
}
