package dev.highwater.app;

import dev.highwater.app.options.StateOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a live job keeps what it holds. */
final class StateArguments {

  @Option(
      names = "--state-backend",
      paramLabel = "NAME",
      description =
          "heap, or rocksdb: state on disk, for more than fits in memory, with incremental"
              + " checkpoints. Default: as Flink is configured, else heap.")
  private StateOptions.@Nullable Backend backend;

  @Option(
      names = "--checkpoint-dir",
      paramLabel = "DIR",
      description =
          "Where checkpoints lie and stay; the last one is good for --restore. Default: as Flink is"
              + " configured, or in this process a directory that goes with it.")
  private @Nullable Path checkpoints;

  @Option(
      names = "--restore",
      paramLabel = "DIR",
      description =
          "Go on from a savepoint or a checkpoint of this job, of this or an earlier build; where"
              + " reading begins it knows. On a cluster the -s of Flink's client does the same.")
  private @Nullable Path restored;

  StateOptions options() {
    return new StateOptions(backend, checkpoints, restored);
  }
}
