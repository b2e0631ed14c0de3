package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Addresses are looked up in a file that travels with the job. The file holds the place of
 * 81.2.69.0/24; {@code CityFile} among the tests of the connectors writes such files.
 */
@Timeout(60)
class PlacesReplayITCase {

  private static final String PLACES = "src/test/resources/places/city.mmdb";

  private static final String SEARCH =
      "| makeresults | eval src=\"81.2.69.160\" | iplocation src | table src City lat";

  @TempDir private Path directory;

  @BeforeEach
  void writeTheContent() throws IOException {
    write(
        "content/deployments/ttp.yml",
        "name: TTP\ntype: TTP\nscheduling: {cron_schedule: '0 * * * *',"
            + " earliest_time: -70m@m, latest_time: -10m@m}\n");
    write(
        "content/detections/a.yml",
        "name: a\nid: a\nversion: 1\ntype: TTP\nstatus: production\nsearch: '%s'\n"
            .formatted(SEARCH));
    write("a.log", "2026-03-01T10:00:00Z x\n");
  }

  private Path write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** S-337. */
  @ParameterizedTest
  @ValueSource(strings = {"batch", "streaming"})
  void knowsWhereAddressesAre(String mode) throws IOException {
    EmbeddedRun run = replay("--geoip", PLACES, "--mode", mode);

    assertThat(run.err()).isEmpty();
    assertThat(findings()).contains("\"City\":\"London\",\"lat\":\"51.51420\"");
  }

  /** S-988. */
  @Test
  void knowsNothingWithoutTheFile() throws IOException {
    assertThat(replay().code()).isZero();
    assertThat(findings()).contains("\"src\":\"81.2.69.160\"").doesNotContain("City");
  }

  /** S-988. */
  @Test
  void lintSaysThatThereIsNoFile() throws IOException {
    Path search = write("a.spl", SEARCH);

    assertThat(EmbeddedRun.of("lint", search.toString()).out())
        .contains("warning: there is no database of places");
    assertThat(EmbeddedRun.of("lint", "--strict", "--geoip", PLACES, search.toString()).code())
        .isZero();
  }

  private EmbeddedRun replay(String... options) {
    String[] arguments = {
      "replay",
      "--quiet",
      "--content",
      directory.resolve("content").toString(),
      "--out",
      directory.resolve("out").toString(),
      "--sourcetype",
      "x",
      directory.resolve("a.log").toString()
    };
    String[] all = new String[arguments.length + options.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(options, 0, all, arguments.length, options.length);
    return EmbeddedRun.of(all);
  }

  private String findings() throws IOException {
    return Files.readString(directory.resolve("out/findings.ndjson"));
  }
}
