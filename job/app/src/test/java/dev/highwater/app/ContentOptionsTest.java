package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentOptionsTest {
  private static final String CONTENT = "src/test/resources/catalog";

  @TempDir private Path directory;

  @Test
  void takesTheBuiltInContentWhenNoneIsNamed() {
    EmbeddedRun run = EmbeddedRun.of("list", "--quiet", "--format", "json");

    assertThat(names(run)).containsExactly("Linux Service File Created In Systemd Directory");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void reportsAllThatIsNotThere() {
    Path file = write("file", "");

    EmbeddedRun run =
        EmbeddedRun.of(
            "list",
            "--content",
            "no/where",
            "--content",
            file.toString(),
            "--macros",
            "no.yml",
            "--geoip",
            "no.mmdb");

    assertThat(run)
        .isEqualTo(
            new EmbeddedRun(
                1,
                "",
                """
                Cannot read content: no/where does not exist
                Cannot read content: %s is not a directory
                Cannot read macros: no.yml does not exist
                Cannot read places: no.mmdb does not exist
                """
                    .formatted(file)));
  }

  @Test
  void refusesADatabaseOfPlacesThatIsNone() {
    Path file = write("x.mmdb", "no database");

    EmbeddedRun run = EmbeddedRun.of("list", "--geoip", file.toString());

    assertThat(run)
        .isEqualTo(
            new EmbeddedRun(
                1, "", "Cannot read places: " + file + " is no database of MaxMind's form\n"));
  }

  @Test
  void letsMacrosOfTheUserWinInBothForms() {
    String yaml = "- {name: short, arguments: [d], definition: 'search by=yaml'}\n";
    String conf = "[short(1)]\nargs = d\ndefinition = search by=conf\n";

    assertThat(search(write("m.yml", yaml))).contains(" | search by=yaml | search *\n");
    assertThat(search(write("macros.conf", conf))).contains(" | search by=conf | search *\n");
  }

  @Test
  void refusesMacrosThatCannotBeRead() {
    Path macros = write("macros.conf", "[short(2)]\nargs = d\ndefinition = search x\n");

    EmbeddedRun run = EmbeddedRun.of("list", "--macros", macros.toString());

    assertThat(run)
        .isEqualTo(
            new EmbeddedRun(
                1,
                "",
                """
                %s:1:1: macro [short(2)] takes 2 arguments, but args names 1
                  | [short(2)]
                    ^
                """
                    .formatted(macros)));
  }

  @Test
  void readsADetectionFromAFileOutsideOfTheContent() {
    Path file =
        write(
            "own.yml",
            """
            name: Own
            id: own-1
            version: 1
            type: TTP
            search: '| tstats count from datamodel=Endpoint.Filesystem by Filesystem.dest
              | `short(Filesystem)`'
            """);

    EmbeddedRun run = EmbeddedRun.of("explain", "--content", CONTENT, file.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Own\n  id          own-1\n  verdict     run\n");
  }

  @Test
  void takesAFileInsideTheContentAsPartOfIt() {
    String file = CONTENT + "/detections/endpoint/../endpoint/cron_file_created.yml";

    EmbeddedRun run = EmbeddedRun.of("show", "--content", CONTENT, file);

    assertThat(run.out()).contains("  file        detections/endpoint/cron_file_created.yml\n");
  }

  @Test
  void aNamedFileThatCannotBeReadIsAFailure() {
    String file = CONTENT + "/detections/endpoint/not_yaml.yml";

    EmbeddedRun run = EmbeddedRun.of("show", "--content", CONTENT, file);

    assertThat(run)
        .isEqualTo(
            new EmbeddedRun(
                1,
                "",
                """
                %1$s:3:1: is not YAML: found unexpected end of stream
                  |\s
                    ^
                1 file of content could not be read
                no detection can be read from %1$s
                """
                    .formatted(file)));
  }

  @Test
  void suggestsWhatAnUnknownDetectionMayMean() {
    EmbeddedRun run = EmbeddedRun.of("explain", "--content", CONTENT, "Cron File Craeted");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .endsWith("\nno detection 'Cron File Craeted'. Did you mean 'Cron File Created'?\n");
  }

  private static String search(Path macros) {
    String out =
        EmbeddedRun.of("show", "--content", CONTENT, "--macros", macros.toString(), "Cron*").out();
    return out.strip();
  }

  private static List<String> names(EmbeddedRun run) {
    return run.out().lines().map(line -> line.substring(9, line.indexOf(",") - 1)).toList();
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
