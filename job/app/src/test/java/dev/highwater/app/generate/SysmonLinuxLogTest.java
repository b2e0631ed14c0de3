package dev.highwater.app.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SysmonLinuxLogTest {
  private static final Path DATASET =
      Path.of("../../datasets/attack_techniques/T1053.006/service_systemd");
  private static final long START_MILLIS = 1_772_323_200_000L;

  @TempDir private Path directory;

  @Test
  void makesTheCommittedDatasetAgain() throws IOException {
    Path again = directory.resolve("again.log");
    List<String> arguments = new ArrayList<>(List.of("sysmon-linux", "--out", again.toString()));
    arguments.addAll(
        List.of(Files.readString(DATASET.resolve("generate.args")).strip().split(" ")));

    GenerateCommand.commandLine().execute(arguments.toArray(String[]::new));

    assertThat(again).hasSameBinaryContentAs(DATASET.resolve("sysmon_linux.log"));
  }

  @Test
  void writesOneWholeEventALineWithoutNastyOnes() throws IOException {
    List<String> lines = log(1000, 0, false, false).lines().toList();

    assertThat(lines)
        .hasSize(1000)
        .allMatch(line -> line.startsWith("<Event><System>") && line.endsWith("</Event>"))
        .noneMatch(line -> line.contains(".service</Data>") && line.contains("TargetFilename"));
  }

  @Test
  void createsAsManyServiceFilesAsAsked() throws IOException {
    long matching =
        log(20_000, 0.01, false, false)
            .lines()
            .filter(line -> line.contains("<EventID>11<") && line.contains(".service</Data>"))
            .count();

    assertThat(matching).isBetween(150L, 250L);
  }

  @Test
  void givesOtherBytesForAnotherSeed() throws IOException {
    assertThat(log(new SysmonLinuxOptions(10, 1, START_MILLIS, 1, 0, false, false)))
        .isNotEqualTo(log(new SysmonLinuxOptions(10, 2, START_MILLIS, 1, 0, false, false)));
  }

  @Test
  void makesLinesOfAMegabyteOnlyOnRequest() throws IOException {
    assertThat(longestLine(log(100, 0, true, false))).isLessThan(10_000);
    assertThat(longestLine(log(100, 0, true, true))).isGreaterThan(1 << 20);
  }

  @Test
  void putsEventsOnBothSidesOfAWindowBorder() throws IOException {
    String log = log(100, 0, true, false);

    assertThat(log)
        .contains("\"UtcTime\">2026-03-01 00:49:59.999<")
        .contains("\"UtcTime\">2026-03-01 00:50:00.000<")
        .contains("\"UtcTime\">2026-03-01 00:50:00.001<");
  }

  @Test
  void refusesAShareThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SysmonLinuxOptions(1, 1, 0, 1, 1.5, false, false))
        .withMessage("Invalid matching: 1.5 (must be 0..1)");
  }

  private static String log(long events, double matching, boolean nasty, boolean huge)
      throws IOException {
    return log(new SysmonLinuxOptions(events, 7, START_MILLIS, 3, matching, nasty, huge));
  }

  private static String log(SysmonLinuxOptions options) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new SysmonLinuxLog(options).writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int longestLine(String log) {
    return log.lines().mapToInt(String::length).max().orElse(0);
  }
}
