package dev.highwater.app.options;

import dev.highwater.flink.LiveClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a replay request, all of it at once. */
final class ReplayFaults {
  private ReplayFaults() {}

  static List<String> of(
      List<String> inputs,
      @Nullable Instant from,
      @Nullable Instant to,
      RuntimeMode mode,
      boolean ordered,
      @Nullable LiveClock live,
      int parallelism,
      boolean allTime) {
    List<String> faults = new ArrayList<>();
    if (inputs.isEmpty()) {
      faults.add("Invalid inputs: none (must be >= 1)");
    }
    if (parallelism < 1) {
      faults.add("Invalid parallelism: " + parallelism + " (must be >= 1)");
    }
    if (from != null && to != null && from.isAfter(to)) {
      faults.add("Invalid range: --from " + from + " is after --to " + to);
    }
    if (ordered && mode != RuntimeMode.STREAMING) {
      faults.add("--ordered needs --mode streaming: batch gives no finding before its end");
    }
    if (live != null && mode != RuntimeMode.STREAMING) {
      faults.add("--as-live needs --mode streaming: in batch nothing is late");
    }
    if (live != null && ordered) {
      faults.add("--as-live reads lines as they stand; it takes no --ordered");
    }
    if (allTime && (from != null || to != null)) {
      faults.add("--all-time is one run over everything; it takes no --from or --to");
    }
    return faults;
  }
}
