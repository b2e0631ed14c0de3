package dev.highwater.app.options;

import java.nio.file.Path;
import java.util.List;

/**
 * Which events are asked for.
 *
 * @param content the content and the shared options, as of the replay
 * @param findingId of a line of {@code findings.ndjson}
 * @param inputs those of the replay
 * @param overrides metadata for every event
 * @param results what the replay wrote
 * @param most events to show
 */
public record EventsOptions(
    ContentOptions content,
    String findingId,
    List<String> inputs,
    EventOverrides overrides,
    Path results,
    int most) {

  public EventsOptions {
    inputs = List.copyOf(inputs);
    if (most < 1) {
      throw new IllegalArgumentException("--most: " + most + " (must be at least 1)");
    }
  }
}
