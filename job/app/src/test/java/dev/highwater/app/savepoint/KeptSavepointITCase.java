package dev.highwater.app.savepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Savepoints of earlier builds: each goes on in this one, and in the end all has been told that a
 * job tells which never stopped. Rule S-2080.
 */
@Timeout(120)
class KeptSavepointITCase {

  private static final String TOLD = "told.txt";

  /** Those that are kept, by name. */
  static Stream<Path> kept() throws IOException {
    try (Stream<Path> folders = Files.list(TrialSavepoint.KEPT.resolve("kept"))) {
      return folders.sorted().toList().stream();
    }
  }

  static Stream<Arguments> keptOnEachBackend() throws IOException {
    return kept()
        .flatMap(
            kept -> Stream.of("hashmap", "rocksdb").map(backend -> Arguments.of(kept, backend)));
  }

  @ParameterizedTest
  @MethodSource("keptOnEachBackend")
  void goesOnAsIfItHadNeverStopped(Path kept, String backend) throws Exception {
    TrialKind kind =
        TrialKind.valueOf(
            kept.getFileName().toString().replaceFirst(".*-", "").toUpperCase(Locale.ROOT));
    TrialSavepoint job = new TrialSavepoint("hashmap", 2, kind);
    TrialSavepoint restored = new TrialSavepoint(backend, 2, kind);
    List<String> told =
        new ArrayList<>(Files.readAllLines(kept.resolve(TOLD), StandardCharsets.UTF_8));
    assertThat(told).isNotEmpty();

    told.addAll(restored.goingOn(kept.toAbsolutePath().toString()));

    new ToldAgain(told, job.uninterrupted()).assertSame(kind);
  }

  /** Makes more of them: {@code -Dhighwater.savepoint=NAME}. */
  @ParameterizedTest
  @EnumSource
  @EnabledIfSystemProperty(named = "highwater.savepoint", matches = ".+")
  void keepsOneOfThisBuild(TrialKind kind, @TempDir Path directory) throws Exception {
    String name = Objects.requireNonNull(System.getProperty("highwater.savepoint"));
    Path kept =
        Files.createDirectories(
            TrialSavepoint.KEPT
                .resolve("kept")
                .resolve(name + '-' + kind.name().toLowerCase(Locale.ROOT)));
    TrialSavepoint.Stopped stopped =
        new TrialSavepoint("hashmap", 2, kind).stopped(directory, SavepointFormatType.CANONICAL);

    Files.copy(Path.of(stopped.path(), "_metadata"), kept.resolve("_metadata"));
    Files.write(kept.resolve(TOLD), stopped.told(), StandardCharsets.UTF_8);

    assertThat(Path.of(stopped.path())).isDirectoryContaining("glob:**_metadata");
    assertThat(stopped.told()).isNotEmpty();
  }
}
