package dev.highwater.app.options;

import dev.highwater.engine.run.RunLimits;
import dev.highwater.flink.LiveClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay of recorded data.
 *
 * @param content the content and the shared options
 * @param inputs manifests, log files, directories, globs or {@code -}, at least one, as written on
 *     the command line
 * @param detections names, ids, files or globs of the detections to run; all when empty
 * @param overrides metadata for every event
 * @param from the first scheduled time, inclusive, or null for the first that the data reaches
 * @param to the last scheduled time, inclusive, or null for the last that the data reaches
 * @param mode the runtime mode
 * @param ordered whether files are read by their first timestamp and findings come out as their
 *     runs close; only with {@link RuntimeMode#STREAMING}
 * @param live how a stream that comes live is waited for: what comes later than its run is late; or
 *     null when nothing is late; only with {@link RuntimeMode#STREAMING}
 * @param parallelism parallel subtasks, at least 1
 * @param allTime whether each detection runs once over everything, its schedule left aside
 * @param limits what a run of a detection may hold
 * @param risk what weighs on risk
 * @param delivery where risk events and notables go beside the files
 * @param outputDirectory where the result files are written
 */
public record ReplayOptions(
    ContentOptions content,
    List<String> inputs,
    List<String> detections,
    EventOverrides overrides,
    @Nullable Instant from,
    @Nullable Instant to,
    RuntimeMode mode,
    boolean ordered,
    @Nullable LiveClock live,
    int parallelism,
    boolean allTime,
    RunLimits limits,
    RiskOptions risk,
    DeliveryOptions delivery,
    Path outputDirectory) {
  public ReplayOptions {
    inputs = List.copyOf(inputs);
    detections = List.copyOf(detections);
    List<String> faults =
        ReplayFaults.of(inputs, from, to, mode, ordered, live, parallelism, allTime);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
    }
  }
}
