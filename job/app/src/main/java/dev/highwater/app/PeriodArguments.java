package dev.highwater.app;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From when to when runs are done. */
final class PeriodArguments {

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "First scheduled time, inclusive. Default: the first that the data reaches.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Last scheduled time, inclusive. Default: the last that the data reaches.")
  private @Nullable String to;

  /** The first scheduled time; null when it is not set or no time. */
  @Nullable Instant first(ArgumentFaults faults, ZoneId zone) {
    return faults.time("--from", from, zone);
  }

  /** The last scheduled time; null when it is not set or no time. */
  @Nullable Instant last(ArgumentFaults faults, ZoneId zone) {
    return faults.time("--to", to, zone);
  }
}
