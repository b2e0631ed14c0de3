package dev.highwater.app;

import dev.highwater.flink.LiveClock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a stream that comes live is waited for. */
final class LiveArguments {

  @Option(
      names = "--as-live",
      description =
          "Take the order of the lines for the order in which they came, several files side by"
              + " side: an event that comes after its run is late and goes to late.ndjson.")
  private boolean asLive;

  @Option(
      names = "--disorder",
      paramLabel = "SPAN",
      description =
          "With --as-live: how far behind the greatest event time runs wait, as 500ms, 5s or 2m."
              + " Default: 5s.")
  private @Nullable String disorder;

  @Option(
      names = "--future-bound",
      paramLabel = "SPAN",
      description =
          "With --as-live: an event that is further ahead of the greatest event time goes to"
              + " late.ndjson and closes no run. Default: none is.")
  private @Nullable String futureBound;

  @Option(
      names = "--amend",
      paramLabel = "SPAN",
      description =
          "With --as-live: so long after a run a late event has it done again; findings come out"
              + " amended or withdrawn, under their ids. Default: never.")
  private @Nullable String amend;

  @Option(
      names = "--emit",
      paramLabel = "WHEN",
      description =
          "With --as-live: final, or eager: a finding that is sure to come is in early.ndjson as"
              + " soon as it is sure. Default: final.")
  private @Nullable Emission emission;

  /** When findings are given. */
  enum Emission {
    FINAL,
    EAGER
  }

  /** {@code null} when nothing is to be late; what is wrong goes to the faults. */
  @Nullable LiveClock clock(ArgumentFaults faults) {
    Duration waited = faults.span("--disorder", disorder);
    Duration ahead = faults.span("--future-bound", futureBound);
    Duration amended = faults.span("--amend", amend);
    boolean isSet = disorder != null || futureBound != null || amend != null || emission != null;
    if (!asLive && isSet) {
      faults.add("--disorder, --future-bound, --amend and --emit are for --as-live");
    }
    return asLive
        ? new LiveClock(
            Objects.requireNonNullElse(waited, LiveClock.USUAL_DISORDER),
            Objects.requireNonNullElse(ahead, LiveClock.UNBOUNDED),
            Objects.requireNonNullElse(amended, Duration.ZERO),
            emission == Emission.EAGER)
        : null;
  }
}
