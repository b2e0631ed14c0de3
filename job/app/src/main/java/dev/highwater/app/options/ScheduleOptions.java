package dev.highwater.app.options;

import dev.highwater.engine.run.RunLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of what schedules see with what there is.
 *
 * @param content the content and the shared options
 * @param inputs manifests, log files, directories, globs or {@code -}, at least one
 * @param arrivals a file that says when each line of the one input came; null when the events say
 *     so
 * @param detections names, ids, files or globs of the detections to run
 * @param enabled detections that run beside those that the content enables
 * @param overrides metadata for every event
 * @param from the first scheduled time, inclusive, or null for the first that the data reaches
 * @param to the last scheduled time, inclusive, or null for the last that the data reaches
 * @param disorder how long a stream waits for what comes in disorder
 * @param limits what each run may hold
 * @param outputDirectory where the result files are written
 */
public record ScheduleOptions(
    ContentOptions content,
    List<String> inputs,
    @Nullable Path arrivals,
    List<String> detections,
    EnabledDetections enabled,
    EventOverrides overrides,
    @Nullable Instant from,
    @Nullable Instant to,
    Duration disorder,
    RunLimits limits,
    Path outputDirectory) {
  public ScheduleOptions {
    inputs = List.copyOf(inputs);
    detections = List.copyOf(detections);
    if (from != null && to != null && from.isAfter(to)) {
      throw new IllegalArgumentException("Invalid range: --from " + from + " is after --to " + to);
    }
  }
}
