package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.MentionCheck;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is wrong with a detection in any of the three schemas is told at its place, and the others
 * run. Rules S-672, S-1045, S-1906.
 */
class BadContentTest {

  private static final String YEAR_2024 =
      """
      tags:
        message: MESSAGE
        risk_score: SCORE
        observable:
        - {name: dest, type: TYPE, role: [Victim]}
      """;
  private static final String YEAR_2025 =
      """
      rba:
        message: MESSAGE
        risk_objects:
        - {field: dest, type: TYPE, score: SCORE}
        threat_objects: []
      """;
  private static final String YEAR_2026 =
      """
      intermediate_findings:
        entities:
        - {field: dest, type: TYPE, score: SCORE, message: MESSAGE}
      analytic_story: []
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeWhatIsSound() throws IOException {
    write(
        "deployments/ttp.yml",
        "name: d\ntype: TTP\nscheduling: {cron_schedule: 0 * * * *, earliest_time: -70m@m,"
            + " latest_time: -10m@m}\nalert_action: {rba: {enabled: true}}\n");
    write("detections/sound.yml", detection("sound", "TTP", fill(schema(2025), "m", "50")));
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }

  private static String detection(String name, String type, String schema) {
    return "name: %1$s\nid: id-%1$s\nversion: 1\ntype: %2$s\nstatus: production\n"
            .formatted(name, type)
        + "search: index=x | stats count by dest | `%s_filter`\n".formatted(name)
        + schema;
  }

  private static String schema(int year) {
    String schema = year == 2024 ? YEAR_2024 : year == 2025 ? YEAR_2025 : YEAR_2026;
    return year == 2024 ? schema.replace("TYPE", "Hostname") : schema.replace("TYPE", "system");
  }

  /** What is wrong, and with it which detections run. */
  private List<String> told() throws IOException {
    ContentPack pack = ContentReader.read(List.of(folder));
    List<Diagnostic> told = new ArrayList<>(pack.problems());
    List<String> running = new ArrayList<>();
    SearchCompiler compiler = new SearchCompiler(Knowledge.builtIn(pack, ZoneOffset.UTC));
    DetectionPreparation preparation = new DetectionPreparation(pack, ZoneOffset.UTC);
    for (Prepared each : preparation.prepare(pack.detections(), UnaryOperator.identity())) {
      told.addAll(each.diagnostics());
      told.addAll(
          MentionCheck.check(
              each.detection(), compiler.compile(each.detection().search()).fields(), true));
      each.item().ifPresent(item -> running.add(item.name()));
    }
    List<String> lines = new ArrayList<>();
    for (Diagnostic each : told) {
      lines.add(
          folder.relativize(Path.of(each.location().file()))
              + ":"
              + each.location().line()
              + ":"
              + each.location().column()
              + ": "
              + each.message());
    }
    lines.add("running: " + running);
    return lines;
  }

  @ParameterizedTest
  @CsvSource({
    "2024, 0, 9:15: 'risk_score'",
    "2024, 101, 9:15: 'risk_score'",
    "2025, 0, 10:40: 'score'",
    "2025, 101, 10:40: 'score'",
    "2026, 0, 9:40: 'score'",
    "2026, 101, 9:40: 'score'"
  })
  void aScoreThatThereIsNot(int year, int score, String where) throws IOException {
    write(
        "detections/bad.yml",
        detection("bad", "TTP", fill(schema(year), "m", Integer.toString(score))));

    assertThat(told())
        .containsExactly(
            "detections/bad.yml:" + where + " must be 1 to 100, not " + score, "running: [sound]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024 | 11:24: 'type' must be that of an observable",
        "2025 | 10:25: 'type' must be system, user or other",
        "2026 | 9:25: 'type' must be system, user or other"
      })
  void aTypeOfObjectThatThereIsNot(int year, String problem) throws IOException {
    String schema = schema(year).replace("Hostname", "host").replace("system", "host");
    write("detections/bad.yml", detection("bad", "TTP", fill(schema, "m", "50")));

    assertThat(told())
        .containsExactly("detections/bad.yml:" + problem + ", not 'host'", "running: [sound]");
  }

  @ParameterizedTest
  @CsvSource({"2024, 8:15", "2025, 8:15", "2026, 9:56"})
  void aTokenThatNoStageGives(int year, String where) throws IOException {
    write("detections/bad.yml", detection("bad", "TTP", fill(schema(year), "on $user$", "50")));

    assertThat(told())
        .containsExactly(
            "detections/bad.yml:"
                + where
                + ": no row has the field 'user': the token stays as it is in the message",
            "running: [bad, sound]");
  }

  @ParameterizedTest
  @ValueSource(ints = {2024, 2025, 2026})
  void aDetectionThatNoDeploymentIsFor(int year) throws IOException {
    write("detections/bad.yml", detection("bad", "Anomaly", fill(schema(year), "m", "50")));

    assertThat(told())
        .containsExactly(
            "detections/bad.yml:6:9: no deployment says when detections of type 'Anomaly' run",
            "running: [sound]");
  }

  @ParameterizedTest
  @ValueSource(ints = {2024, 2025, 2026})
  void twoDetectionsOfOneId(int year) throws IOException {
    write(
        "detections/twin.yml",
        detection("twin", "TTP", fill(schema(year), "m", "50")).replace("id-twin", "id-sound"));

    assertThat(told())
        .containsExactly(
            "detections/twin.yml:6:9: has the id of 'sound' in detections/sound.yml",
            "running: [sound]");
  }

  @Test
  void twoBaselinesOfOneId() throws IOException {
    write("baselines/one.yml", detection("one", "Baseline", ""));
    write("baselines/two.yml", detection("two", "Baseline", "").replace("id-two", "id-one"));

    assertThat(told())
        .containsExactly(
            "baselines/two.yml:6:9: has the id of 'one' in baselines/one.yml", "running: [sound]");
  }

  private static String fill(String schema, String message, String score) {
    return schema.replace("MESSAGE", message).replace("SCORE", score);
  }
}
