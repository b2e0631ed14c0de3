package dev.highwater.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.Highwater;
import dev.highwater.app.options.RuntimeMode;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.InputResolver;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.engine.content.ContentRevision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The datasets against the findings and the risk that lie beside them. To write those anew after a
 * change that is meant, and to look at the difference: {@code highwater replay MANIFEST --out DIR},
 * then copy {@code DIR/findings.ndjson}, without what stands behind its rows, and {@code
 * DIR/risk.ndjson} to {@code expected}.
 */
class DatasetITCase {

  private static final Path DATASET =
      Path.of("../../datasets/attack_techniques/T1053.006/service_systemd");
  private static final String MANIFEST = DATASET.resolve("service_systemd.yml").toString();

  @TempDir private Path directory;

  @Test
  void givesTheExpectedFindingsByTheCommandLine() throws IOException {
    int code = Highwater.ofProcess().run("replay", MANIFEST, "--out=" + directory, "--quiet");

    assertThat(code).isZero();
    assertThat(
            ReplayFiles.withoutProvenance(Files.readAllLines(directory.resolve("findings.ndjson"))))
        .isEqualTo(Files.readAllLines(DATASET.resolve("expected/findings.ndjson")));
    assertThat(directory.resolve("risk.ndjson"))
        .hasSameTextualContentAs(DATASET.resolve("expected/risk.ndjson"));
  }

  @Test
  void givesTheExpectedFindingsWithoutFlink() throws IOException {
    List<InputFile> files =
        new InputResolver(OriginSettings.NONE, InputStream.nullInputStream())
            .resolve(List.of(MANIFEST))
            .files();
    ReplayCase replay = ReplayCase.of(RuntimeMode.BATCH, 1, MANIFEST);
    ContentRevision revision = ReplayCase.content(replay.options(directory), files).revision();

    ReplayFiles found = ReplayFiles.expected(revision, files, directory);

    assertThat(ReplayFiles.withoutProvenance(found.findings()))
        .isEqualTo(Files.readAllLines(DATASET.resolve("expected/findings.ndjson")));
    assertThat(found.risk()).isEqualTo(Files.readAllLines(DATASET.resolve("expected/risk.ndjson")));
  }
}
