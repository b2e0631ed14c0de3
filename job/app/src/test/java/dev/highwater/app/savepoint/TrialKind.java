package dev.highwater.app.savepoint;

import dev.highwater.flink.LiveClock;
import java.time.Duration;

/** What a job holds in its state hangs on how it takes late events. */
enum TrialKind {
  /** No run is done again, no finding comes early. */
  PLAIN,
  /** Runs are done again, and findings come early. */
  AMENDING;

  LiveClock clock() {
    Duration amend = this == AMENDING ? Duration.ofMinutes(40) : Duration.ZERO;
    return new LiveClock(LiveClock.USUAL_DISORDER, LiveClock.UNBOUNDED, amend, this == AMENDING);
  }
}
