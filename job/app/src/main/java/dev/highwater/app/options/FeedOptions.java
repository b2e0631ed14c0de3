package dev.highwater.app.options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recorded data to be sent as if it came live.
 *
 * @param content the content and the shared options
 * @param inputs as of a replay
 * @param overrides metadata for every event
 * @param brokers addresses with commas between them
 * @param clientFile Kafka's client properties, or null
 * @param topic where it goes
 * @param isDealt whether events go to its partitions in turn, not those of a host to one
 * @param speed how much faster than it was recorded; 0 for as fast as it can be sent
 * @param isShifted whether times are moved to now
 * @param disorder how far behind others an event may come
 * @param late the part of events that come hours late
 * @param seed picks those
 */
public record FeedOptions(
    ContentOptions content,
    List<String> inputs,
    EventOverrides overrides,
    String brokers,
    @Nullable Path clientFile,
    String topic,
    boolean isDealt,
    double speed,
    boolean isShifted,
    Duration disorder,
    double late,
    long seed) {

  public FeedOptions {
    inputs = List.copyOf(inputs);
    if (speed < 0) {
      throw new IllegalArgumentException("Invalid speed: " + speed + " (must not be negative)");
    }
    if (late < 0 || late > 1) {
      throw new IllegalArgumentException("Invalid late: " + late + " (must be 0..1)");
    }
  }
}
