package dev.highwater.app.options;

import dev.highwater.connectors.file.InputFormat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An archive that is read before topics (S-2070).
 *
 * @param inputs manifests, log files, directories or globs, at least one, as written on the command
 *     line
 * @param format what all of them are; null for what the sourcetypes and the files say
 * @param handOver the first time that is the topics'
 */
public record BackfillOptions(List<String> inputs, @Nullable InputFormat format, Instant handOver) {

  public BackfillOptions {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("Invalid backfill: no inputs");
    }
  }
}
