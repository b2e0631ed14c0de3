package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with where risk events go is told before a job starts. Rule S-1924. */
class DeliveryArgumentsTest {

  @TempDir private Path directory;

  private String token = "";

  @BeforeEach
  void writeTheToken() throws IOException {
    token = Files.writeString(directory.resolve("token"), "t").toString();
  }

  private List<String> faults(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "replay";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 1] = "x.log";
    EmbeddedRun run = EmbeddedRun.of(all);
    assertThat(run.code()).isEqualTo(2);
    return run.err().lines().toList();
  }

  @Test
  void tellsOfCertificatesThatAreNone() throws IOException {
    String none = Files.writeString(directory.resolve("none.pem"), "").toString();

    assertThat(
            faults(
                "--hec",
                "https://splunk:8088",
                "--hec-token-file",
                token,
                "--hec-certificates",
                none))
        .contains(
            "--hec-certificates: cannot be read: " + none + ": there is no certificate in it");
  }

  @Test
  void tellsOfACollectorThatIsNone() {
    assertThat(faults("--hec", "splunk:8088", "--hec-token-file", token))
        .contains("--hec: Invalid collector: splunk:8088 (must be like https://splunk:8088)");
  }

  @Test
  void tellsOfATokenThatCannotBeRead() {
    assertThat(faults("--hec", "https://splunk:8088", "--hec-token-file", token + "s"))
        .contains("--hec-token-file: cannot be read: " + token + "s");
  }
}
