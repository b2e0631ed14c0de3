package dev.highwater.app.replay;

import static dev.highwater.app.options.RuntimeMode.BATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.RuntimeMode;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.InputVolume;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From raw events over the risk of four detections to a notable, in one job. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
@Timeout(60)
class CorrelationITCase {

  private static final Path ESCU =
      Path.of(System.getProperty("highwater.shared", ""), "corpus/escu");

  private static final List<String> DETECTIONS =
      List.of(
          "linux_add_files_in_known_crontab_directories",
          "linux_file_creation_in_init_boot_directory",
          "linux_file_creation_in_profile_directory",
          "linux_service_file_created_in_systemd_directory",
          "linux_persistence_and_privilege_escalation_risk_behavior");

  private static final List<String> FILES =
      List.of(
          "/etc/cron.d/job",
          "/etc/init.d/job",
          "/etc/profile.d/job.sh",
          "/etc/systemd/system/job.service");

  @TempDir private static Path directory;

  private static EmbeddedCluster cluster = EmbeddedCluster.start(2, InputVolume.SMALL);

  @BeforeAll
  static void copyTheContent() throws IOException {
    for (String detection : DETECTIONS) {
      copy("detections/endpoint/" + detection + ".yml");
    }
    for (String folder : List.of("macros", "deployments")) {
      try (Stream<Path> files = Files.list(ESCU.resolve(folder))) {
        for (Path file : files.toList()) {
          copy(folder + "/" + file.getFileName());
        }
      }
    }
  }

  private static void copy(String file) throws IOException {
    Path target = directory.resolve("content").resolve(file);
    Files.createDirectories(target.getParent());
    Files.copy(ESCU.resolve(file), target);
  }

  @AfterAll
  static void endTheCluster() {
    cluster.close();
  }

  @ParameterizedTest
  @CsvSource({"BATCH,1,false", "BATCH,2,false", "STREAMING,2,false", "STREAMING,2,true"})
  void fourDetectionsOfOneTacticAreANotable(RuntimeMode mode, int parallelism, boolean ordered)
      throws Exception {
    ReplayFiles found = assertFindsTheSame(replay(mode, parallelism, ordered, FILES));

    assertThat(found.risk()).hasSize(4);
    assertThat(found.notables())
        .hasSize(2)
        .allMatch(line -> line.contains("\"_time\":\"2026-03-01T12:00:00.000Z\""))
        .allMatch(line -> line.contains("\"rule_title\":\"RBA: Linux Persistence and Privilege"));
  }

  @Test
  void threeDetectionsAreNone() throws Exception {
    ReplayFiles found = assertFindsTheSame(replay(BATCH, 2, false, FILES.subList(0, 3)));

    assertThat(found.risk()).hasSize(3);
    assertThat(found.notables()).isEmpty();
  }

  private static ReplayCase replay(
      RuntimeMode mode, int parallelism, boolean ordered, List<String> files) throws IOException {
    Path log = Files.createTempFile(directory, "events", ".log");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < files.size(); i++) {
      lines.append(line("2026-03-01 10:0" + i + ":00.000", files.get(i))).append('\n');
    }
    Files.writeString(log, lines);
    ReplayCase replay =
        ReplayCase.of(mode, parallelism, log.toString()).withContent(directory.resolve("content"));
    return ordered ? replay.inOrder() : replay;
  }

  private static String line(String time, String path) {
    return "<Event><System><Provider Name=\"Linux-Sysmon\"/><EventID>11</EventID>"
        + "<Computer>web-01</Computer><Security UserId=\"0\"/></System><EventData>"
        + data("UtcTime", time)
        + data("ProcessGuid", "{1}")
        + data("Image", "/usr/bin/vim")
        + data("TargetFilename", path)
        + data("CreationUtcTime", time)
        + "</EventData></Event>";
  }

  private static String data(String name, String value) {
    return "<Data Name=\"" + name + "\">" + value + "</Data>";
  }

  /** All as the engine alone has it. */
  private static ReplayFiles assertFindsTheSame(ReplayCase replay) throws Exception {
    List<InputFile> files = replay.files(InputStream.nullInputStream());
    ReplayOptions options = replay.options(directory);
    ContentRevision revision = ReplayCase.content(options, files).revision();
    JobContent content = JobContent.of(revision, ZoneOffset.UTC);
    cluster.run(ReplayJob.graph(options, files, content), accumulators -> {});
    ReplayFiles found = ReplayFiles.in(options.outputDirectory());
    assertThat(found).isEqualTo(ReplayFiles.expected(revision, files, directory));
    return found;
  }
}
