package dev.highwater.app;

import dev.highwater.app.options.BackfillOptions;
import dev.highwater.connectors.file.InputFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is read before topics. */
final class BackfillArguments {

  @Option(
      names = "--backfill",
      paramLabel = "INPUT",
      description =
          "Read this before the topics, as one stream with them: what replay takes, but standard"
              + " input; may be repeated. --sourcetype and the like hold for all of it.")
  private List<String> inputs = List.of();

  @Option(
      names = "--hand-over",
      paramLabel = "TIME",
      description =
          "With --backfill: an event before it counts where the archive has it, any other where a"
              + " topic does. Topics are then begun an hour before it, unless --start says where.")
  private @Nullable String handOver;

  @Option(
      names = "--input-format",
      paramLabel = "F",
      description = "With --backfill: what its files are, as of replay.")
  private @Nullable InputFormat format;

  /** {@code null} when there is none; what is wrong goes to the faults. */
  @Nullable BackfillOptions options(ArgumentFaults faults, ZoneId zone) {
    Instant time = faults.time("--hand-over", handOver, zone);
    if (inputs.isEmpty() != (handOver == null)) {
      faults.add("--backfill and --hand-over need each other");
    }
    if (inputs.isEmpty() && format != null) {
      faults.add("--input-format is for --backfill; --record-format says what records are");
    }
    if (inputs.contains("-")) {
      faults.add("--backfill: standard input cannot be read again after a failure; name a file");
    }
    return inputs.isEmpty() || time == null ? null : new BackfillOptions(inputs, format, time);
  }
}
