package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherITCase {
  private static final Path LAUNCHER = Path.of("../../deploy/bin/highwater").toAbsolutePath();

  @Test
  void startsTheBuiltJarAndPrintsNothingElse() throws Exception {
    Ended ended = launch("--version");

    assertThat(ended.output())
        .startsWith("highwater ")
        .doesNotContain("(unpackaged)")
        .hasLineCount(1);
    assertThat(ended.code()).isZero();
  }

  @Test
  void passesArgumentsAndTheExitCodeThrough() throws Exception {
    Ended ended = launch("replay", "--from", "two words", "*.log");

    assertThat(ended.output()).startsWith("--from: Invalid time: 'two words'");
    assertThat(ended.code()).isEqualTo(2);
  }

  @Test
  void saysWhatIsWrongWithJavaHome() throws Exception {
    ProcessBuilder process = process("--version");
    process.environment().put("JAVA_HOME", "/nowhere");

    assertThat(end(process))
        .isEqualTo(
            new Ended(2, "highwater: JAVA_HOME is /nowhere, but there is no bin/java in it\n"));
  }

  @Test
  void holdsWhatSearchesNeedThatNoClusterHas(@TempDir Path directory) throws Exception {
    Path rows = Files.writeString(directory.resolve("rows.ndjson"), "{}\n");
    String places = Path.of("src/test/resources/places/city.mmdb").toAbsolutePath().toString();

    Ended ended =
        launch(
            "search",
            "--geoip",
            places,
            "--rows",
            rows.toString(),
            "--format",
            "json",
            "eval src=\"81.2.69.160\" | iplocation src | table src City");

    assertThat(ended).isEqualTo(new Ended(0, "{\"src\":\"81.2.69.160\",\"City\":\"London\"}\n"));
  }

  private static Ended launch(String... arguments) throws IOException, InterruptedException {
    return end(process(arguments));
  }

  private static ProcessBuilder process(String... arguments) {
    List<String> command = new ArrayList<>(List.of("bash", LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process.environment().remove("HIGHWATER_BUILD");
    return process;
  }

  private static Ended end(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), text);
    }
  }

  private record Ended(int code, String output) {}
}
