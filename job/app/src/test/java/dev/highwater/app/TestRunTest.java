package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code highwater test} and {@code highwater why}, over the dataset that comes with Highwater. */
class TestRunTest {

  private static final String REPOSITORY = "../..";
  private static final String DATASET =
      REPOSITORY + "/datasets/attack_techniques/T1053.006/service_systemd/sysmon_linux.log";

  @TempDir private Path directory;

  @Test
  void runsTheTestsThatDetectionsDeclare() throws Exception {
    Path out = directory.resolve("out");
    EmbeddedRun run = EmbeddedRun.of("test", "--attack-data", REPOSITORY, "--out", out.toString());

    assertThat(run.out()).contains("Linux Service File Created In Systemd Directory", "passed");
    assertThat(run.err()).contains("1 tests of 1 detections: 1 passed, 0 failed");
    assertThat(run.code()).isZero();
    Map<String, Object> report = JsonTree.object(Files.readString(out.resolve("report.json")));
    assertThat(JsonTree.of((Map<?, ?>) JsonTree.of(report, "summary"), "passed")).hasToString("1");
    assertThat(suite(out.resolve("junit.xml"))).isEqualTo("tests 1, failures 0, errors 0");
    assertThat(Files.readString(out.resolve("navigator.json"))).contains("\"T1053.006\"");
    assertThat(Files.readString(out.resolve("badge.svg"))).contains("1 of 1");
  }

  @Test
  void thePageHoldsTheReportAndNothingElse() throws IOException {
    Path out = directory.resolve("out");
    EmbeddedRun.of("test", "--attack-data", REPOSITORY, "--out", out.toString());

    String page = Files.readString(out.resolve("report.html"));
    String data = page.substring(page.indexOf("id=\"report\">") + 12);
    String json = data.substring(0, data.indexOf("</script>"));
    assertThat(json).doesNotContain("<");
    assertThat(JsonTree.object(json))
        .isEqualTo(JsonTree.object(Files.readString(out.resolve("report.json"))));
    assertThat(page).doesNotContain("http://", "https://");
  }

  @Test
  void dataThatIsNotThereIsNoFailure() {
    EmbeddedRun run = EmbeddedRun.of("test", "--attack-data", directory.toString());

    assertThat(run.err()).contains("0 passed, 0 failed, 0 in error, 1 without data");
    assertThat(run.code()).isZero();
  }

  @Test
  void aLogThatWasNotFetchedIsNamed() throws IOException {
    Path log =
        directory.resolve("datasets/attack_techniques/T1053.006/service_systemd/sysmon_linux.log");
    Files.createDirectories(log.getParent());
    Files.writeString(log, "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");

    assertThat(EmbeddedRun.of("test", "--attack-data", directory.toString()).err())
        .contains(
            "git lfs pull --include"
                + " \"datasets/attack_techniques/T1053.006/service_systemd/sysmon_linux.log\"");
  }

  @Test
  void aTestThatFailsEndsWithOneAndSaysWhere() throws IOException {
    Path log =
        directory.resolve("datasets/attack_techniques/T1053.006/service_systemd/sysmon_linux.log");
    Files.createDirectories(log.getParent());
    String other = Files.readString(Path.of(DATASET)).replaceAll("(?i)systemd", "elsewhere");
    Files.writeString(log, other);

    EmbeddedRun run =
        EmbeddedRun.of(
            "test", "--attack-data", directory.toString(), "--out", directory.toString());

    assertThat(run.out()).contains("failed", "no rows", "in Endpoint.Filesystem", "nearest, at ");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void goldenRowsAreTheRowsExactly() throws IOException {
    String[] arguments = {
      "test",
      "--attack-data",
      REPOSITORY,
      "--golden",
      directory.toString(),
      "--out",
      directory.resolve("out").toString()
    };
    String[] update = Arrays.copyOf(arguments, arguments.length + 1);
    update[arguments.length] = "--update-golden";

    Path file = directory.resolve("linux_service_file_created_in_systemd_directory.golden.json");
    Files.writeString(file, "{\"another test\": []}");

    assertThat(EmbeddedRun.of(update).code()).isZero();
    assertThat(Files.readString(file)).startsWith("{\"another test\":[],");
    assertThat(EmbeddedRun.of(arguments).code()).isZero();

    String rows = Files.readString(file);
    Files.writeString(file, rows.replaceFirst("\"dest\":\"[^\"]*\"", "\"dest\":\"other\""));
    EmbeddedRun changed = EmbeddedRun.of(arguments);
    assertThat(changed.out())
        .containsPattern("row 1 is not the golden one: dest is '.+', not 'other'");
    assertThat(changed.code()).isEqualTo(1);

    Files.writeString(file, "{\"True Positive Test\": []}");
    assertThat(EmbeddedRun.of(arguments).out()).contains("rows, and 0 golden ones");

    // S-2090: what content links to is neither read nor written.
    Path target = Files.move(file, directory.resolve("target.json"));
    Files.createSymbolicLink(file, target);
    assertThat(EmbeddedRun.of(arguments).out()).contains("is a link: golden rows must stand in");
    assertThat(EmbeddedRun.of(update).code()).isEqualTo(1);
    assertThat(target).hasContent("{\"True Positive Test\": []}");
  }

  @Test
  void whySaysHowFarEventsCome() {
    EmbeddedRun run =
        EmbeddedRun.of(
            "why",
            "Linux Service File Created In Systemd Directory",
            "--sourcetype=sysmon:linux",
            "--source=Syslog:Linux-Sysmon/Operational",
            DATASET);

    assertThat(run.out())
        .contains("records read", "in Endpoint.Filesystem", "Filesystem.file_name");
    assertThat(run.code()).isZero();
  }

  private static String suite(Path file) throws IOException, XMLStreamException {
    try (var in = Files.newInputStream(file)) {
      XMLStreamReader xml = XMLInputFactory.newInstance().createXMLStreamReader(in);
      while (xml.next() != XMLStreamConstants.START_ELEMENT) {}
      return "tests %s, failures %s, errors %s"
          .formatted(
              xml.getAttributeValue(null, "tests"),
              xml.getAttributeValue(null, "failures"),
              xml.getAttributeValue(null, "errors"));
    }
  }
}
