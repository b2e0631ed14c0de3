package dev.highwater.app.replay;

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
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Late events amend findings, these the risk that they raised, and that the findings of the
 * searches that correlate: nothing counts twice, and in the end all is as if nothing had been late.
 * How far the second pass is behind the first when that happens, chance decides. Rules S-914,
 * S-1408, S-1922.
 */
@Timeout(60)
class AmendedRiskITCase {

  private static final Duration AMEND = Duration.ofHours(6);

  @TempDir private static Path directory;

  private static EmbeddedCluster cluster = EmbeddedCluster.start(2, InputVolume.SMALL);
  private static Path content = Path.of("");

  @BeforeAll
  static void writeTheContent() throws IOException {
    content = AmendedRisk.content(directory);
  }

  @AfterAll
  static void endTheCluster() {
    cluster.close();
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,1", "4,2", "5,2", "6,2"})
  void theLastRevisionsAreWhatACompleteReplayFinds(long seed, int parallelism) throws Exception {
    ReplayCase replay =
        ReplayCase.of(
                RuntimeMode.STREAMING, parallelism, AmendedRisk.log(directory, seed).toString())
            .withContent(content);
    List<InputFile> files = replay.files(InputStream.nullInputStream());
    ReplayOptions options = ReplayCase.live(replay.options(directory), AMEND);
    ContentRevision revision = ReplayCase.content(options, files).revision();
    ReplayFiles expected = ReplayFiles.expected(revision, files, directory);

    cluster.run(
        ReplayJob.graph(options, files, JobContent.of(revision, ZoneOffset.UTC)),
        accumulators -> {});
    ReplayFiles found = ReplayFiles.in(options.outputDirectory());

    assertThat(found.failed()).isEmpty();
    assertThat(LastRevisions.of(found)).isEqualTo(LastRevisions.of(expected));
    assertThat(found.findings())
        .anyMatch(line -> isOf(line, "few", "amended"))
        .anyMatch(line -> isOf(line, "few", "withdrawn"))
        .anyMatch(line -> isOf(line, "texts", "final"));
  }

  private static boolean isOf(String line, String search, String status) {
    return line.contains("\"status\":\"" + status + "\"")
        && line.contains("\"detection\":\"" + search + "\"");
  }
}
