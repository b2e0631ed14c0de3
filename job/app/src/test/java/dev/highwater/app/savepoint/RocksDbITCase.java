package dev.highwater.app.savepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** State in RocksDB says what state on the heap says. Rule S-2080. */
@Timeout(120)
class RocksDbITCase {

  private static TrialSavepoint heap(TrialKind kind) {
    return new TrialSavepoint("hashmap", 2, kind);
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheSameWithoutAStop(TrialKind kind) throws Exception {
    List<String> told = new TrialSavepoint("rocksdb", 2, kind).uninterrupted();

    assertThat(told).isNotEmpty();
    new ToldAgain(told, heap(kind).uninterrupted()).assertSame(kind);
  }

  /** In RocksDB's own format, and at another parallelism. */
  @ParameterizedTest
  @EnumSource
  void tellsTheSameOverAStop(TrialKind kind, @TempDir Path directory) throws Exception {
    TrialSavepoint.Stopped stopped =
        new TrialSavepoint("rocksdb", 2, kind).stopped(directory, SavepointFormatType.NATIVE);
    List<String> told = new ArrayList<>(stopped.told());
    told.addAll(new TrialSavepoint("rocksdb", 3, kind).goingOn(stopped.path()));

    new ToldAgain(told, heap(kind).uninterrupted()).assertSame(kind);
  }
}
