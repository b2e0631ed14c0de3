package dev.highwater.app.replay;

import static dev.highwater.app.options.RuntimeMode.BATCH;
import static dev.highwater.app.options.RuntimeMode.STREAMING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.RuntimeMode;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.InputVolume;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole replays through Flink against the engine alone, byte by byte. */
@Timeout(25) // a reader that does not end costs half a minute
class ReplayITCase {

  private static final long RANGE_BYTES = 256 << 10;

  @TempDir private static Path directory;

  private static EmbeddedCluster cluster = EmbeddedCluster.start(4, InputVolume.SMALL);
  private static GeneratedLog log;
  private static ReplayFiles expected;

  @BeforeAll
  static void makeTheLogAndReadItWithoutFlink() throws IOException {
    log = GeneratedLog.in(directory, true);
    expected = expected(ReplayCase.of(BATCH, 1, log.plain()), InputStream.nullInputStream());
    assertThat(expected.findings()).hasSizeGreaterThan(50);
    assertThat(expected.risk()).hasSizeGreaterThan(50);
    assertThat(expected.unparsable()).isNotEmpty();
  }

  @AfterAll
  static void endTheCluster() {
    cluster.close();
  }

  private static ReplayFiles expected(ReplayCase replay, InputStream input) throws IOException {
    List<InputFile> files = replay.files(input);
    ContentRevision revision = ReplayCase.content(replay.options(directory), files).revision();
    return ReplayFiles.expected(revision, files, directory);
  }

  private static ReplayFiles replayed(ReplayCase replay, InputStream input) throws Exception {
    List<InputFile> files = replay.files(input);
    ReplayOptions options = replay.options(directory);
    ContentRevision revision = ReplayCase.content(options, files).revision();
    JobContent content = JobContent.of(revision, ZoneOffset.UTC);
    cluster.run(ReplayJob.graph(options, files, content, RANGE_BYTES), accumulators -> {});
    return ReplayFiles.in(options.outputDirectory());
  }

  /** All as the engine alone has it; findings and risk as in the plain log. */
  private static void assertFindsTheSame(ReplayCase replay) throws Exception {
    ReplayFiles found = replayed(replay, InputStream.nullInputStream());

    assertThat(found).isEqualTo(expected(replay, InputStream.nullInputStream()));
    assertThat(ReplayFiles.withoutProvenance(found.findings()))
        .isEqualTo(ReplayFiles.withoutProvenance(expected.findings()));
    assertThat(found.risk()).isEqualTo(expected.risk());
  }

  @ParameterizedTest
  @CsvSource({"BATCH,1", "BATCH,2", "BATCH,4", "STREAMING,1", "STREAMING,2", "STREAMING,4"})
  void findsTheSameAtAnyParallelism(RuntimeMode mode, int parallelism) throws Exception {
    assertFindsTheSame(ReplayCase.of(mode, parallelism, log.plain()));
  }

  @ParameterizedTest
  @EnumSource(RuntimeMode.class)
  void findsTheSameInLinesInAnotherOrder(RuntimeMode mode) throws Exception {
    assertFindsTheSame(ReplayCase.of(mode, 2, log.shuffled()));
  }

  @ParameterizedTest
  @EnumSource(RuntimeMode.class)
  void findsTheSameInAPackedFile(RuntimeMode mode) throws Exception {
    assertFindsTheSame(ReplayCase.of(mode, 2, log.gzipped()));
  }

  @ParameterizedTest
  @EnumSource(RuntimeMode.class)
  void findsTheSameInFiveFiles(RuntimeMode mode) throws Exception {
    assertFindsTheSame(ReplayCase.of(mode, 4, log.fiveFiles()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void findsTheSameWhenRunsCloseWhileItReads(int parallelism) throws Exception {
    assertFindsTheSame(ReplayCase.of(STREAMING, parallelism, log.plain()).inOrder());
  }

  @Test
  void findsTheSameWhenFilesAreReadInTheOrderOfTheirFirstEvents() throws Exception {
    assertFindsTheSame(ReplayCase.of(STREAMING, 2, log.fiveFiles()).inOrder());
  }

  @Test
  void findsTheSameInTheStandardInput() throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of(log.plain()));
    ReplayCase replay = ReplayCase.of(BATCH, 2, "-");

    ReplayFiles found = replayed(replay, new ByteArrayInputStream(bytes));

    assertThat(found).isEqualTo(expected(replay, new ByteArrayInputStream(bytes)));
    assertThat(ReplayFiles.withoutProvenance(found.findings()))
        .isEqualTo(ReplayFiles.withoutProvenance(expected.findings()));
  }

  @ParameterizedTest
  @CsvSource({"BATCH,false", "STREAMING,false", "STREAMING,true"})
  void leavesOutTheRunsThatAreNotAskedFor(RuntimeMode mode, boolean ordered) throws Exception {
    ReplayCase some =
        ReplayCase.of(mode, 2, log.plain()).between("2026-03-01T02:00:00Z", "2026-03-01T04:00:00Z");
    ReplayCase replay = ordered ? some.inOrder() : some;

    ReplayFiles found = replayed(replay, InputStream.nullInputStream());

    assertThat(found).isEqualTo(expected(replay, InputStream.nullInputStream()));
    assertThat(ReplayFiles.withoutProvenance(found.findings()))
        .isNotEmpty()
        .isEqualTo(
            ReplayFiles.withoutProvenance(expected.findings()).stream()
                .filter(line -> line.matches(".*\"scheduled_time\":\"2026-03-01T0[234]:00:.*"))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(RuntimeMode.class)
  void runsOnceOverEverything(RuntimeMode mode) throws Exception {
    ReplayCase replay = ReplayCase.of(mode, 2, log.plain()).overAllTime();

    ReplayFiles found = replayed(replay, InputStream.nullInputStream());

    assertThat(found).isEqualTo(expected(replay, InputStream.nullInputStream()));
    assertThat(found.findings()).hasSizeGreaterThan(50);
  }
}
