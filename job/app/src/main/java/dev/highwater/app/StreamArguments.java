package dev.highwater.app;

import dev.highwater.flink.LiveClock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a stream is waited for that does come live. */
final class StreamArguments {

  @Option(
      names = "--disorder",
      paramLabel = "SPAN",
      description =
          "How far behind the greatest event time of a partition runs wait, as 500ms, 5s or 2m."
              + " Default: 5s.")
  private @Nullable String disorder;

  @Option(
      names = "--future-bound",
      paramLabel = "SPAN",
      description =
          "An event that is further ahead of the greatest event time of its partition is late, and"
              + " closes no run. Default: none is.")
  private @Nullable String futureBound;

  @Option(
      names = "--amend",
      paramLabel = "SPAN",
      description =
          "So long after a run a late event has it done again; findings come out amended or"
              + " withdrawn, under their ids. Default: never.")
  private @Nullable String amend;

  @Option(
      names = "--emit",
      paramLabel = "WHEN",
      description =
          "final, or eager: a finding that is sure to come is given as early from its first event"
              + " on. Default: final.")
  private LiveArguments.@Nullable Emission emission;

  /** What is wrong goes to the faults. */
  LiveClock clock(ArgumentFaults faults) {
    return new LiveClock(
        Objects.requireNonNullElse(faults.span("--disorder", disorder), LiveClock.USUAL_DISORDER),
        Objects.requireNonNullElse(faults.span("--future-bound", futureBound), LiveClock.UNBOUNDED),
        Objects.requireNonNullElse(faults.span("--amend", amend), Duration.ZERO),
        emission == LiveArguments.Emission.EAGER);
  }
}
