package dev.highwater.flink;

import dev.highwater.engine.content.ContentRevision;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Content that somebody has written while a job runs.
 *
 * @param from where it comes from, as messages name it
 * @param revision {@code null} when nothing of it can run
 * @param refused ids of its detections that do not compile: what runs of them goes on
 * @param isWhole whether all files of it can be read; else what it lacks goes on, too (S-2114)
 * @param problems all that is wrong with it, each with its place
 * @param effectiveMillis event time before which it is not to be in force; {@code Long.MIN_VALUE}
 *     for as soon as it can
 * @param finishes whether texts that end do the runs that nothing else does
 */
public record OfferedContent(
    String from,
    @Nullable ContentRevision revision,
    Set<String> refused,
    boolean isWhole,
    List<String> problems,
    long effectiveMillis,
    boolean finishes) {

  public OfferedContent {
    refused = Set.copyOf(refused);
    problems = List.copyOf(problems);
  }
}
