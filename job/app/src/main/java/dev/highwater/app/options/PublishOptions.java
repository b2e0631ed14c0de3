package dev.highwater.app.options;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Content to be given to running jobs.
 *
 * @param directory a checkout of content
 * @param topic where it goes
 * @param brokers addresses with commas between them
 * @param clientFile Kafka's client properties, or null
 * @param effective event time before which it is not to be in force; null for as soon as it can
 * @param finishes whether detections that end do the runs that nothing else does
 * @param isChecked whether content with files that cannot be read is held back
 */
public record PublishOptions(
    Path directory,
    String topic,
    String brokers,
    @Nullable Path clientFile,
    @Nullable Instant effective,
    boolean finishes,
    boolean isChecked) {}
