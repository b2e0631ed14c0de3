package dev.highwater.app.options;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tests of detections to run.
 *
 * @param content the content and the shared options
 * @param detections names, ids, files, folders or globs of the detections; all when empty
 * @param attackData checkouts of attack data, the first that has a log counts
 * @param changedSince a revision of git: only detections are tested whose tests may come out
 *     otherwise since then; null for all
 * @param integration whether the risk that the findings raise counts, too
 * @param goldenDirectory where golden rows are; null for the places of the detections' files
 * @param updatesGolden whether the rows of tests that pass are written as golden ones
 * @param outputDirectory where the reports go
 * @param onFlink whether the searches run as a job on a cluster inside this process, else in one
 *     thread
 * @param parallelism of that job
 */
public record TestOptions(
    ContentOptions content,
    List<String> detections,
    List<Path> attackData,
    @Nullable String changedSince,
    boolean integration,
    @Nullable Path goldenDirectory,
    boolean updatesGolden,
    Path outputDirectory,
    boolean onFlink,
    int parallelism) {
  public TestOptions {
    detections = List.copyOf(detections);
    attackData = List.copyOf(attackData);
  }
}
