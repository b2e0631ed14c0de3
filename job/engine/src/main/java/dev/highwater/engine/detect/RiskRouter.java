package dev.highwater.engine.detect;

import java.util.function.Consumer;

/** Takes risk events to the searches that correlate. Not safe for use by several threads. */
public final class RiskRouter {

  private final DetectionRouter router;

  /**
   * @param ledger where records are counted; complete after {@link #settle}
   */
  public RiskRouter(DetectionSet detections, Ledger ledger) {
    this.router = new DetectionRouter(detections, SearchPass.RISK, ledger);
  }

  /** Gives the groups that the event adds to, each as a contribution of this event. */
  public void route(RiskRecord record, Consumer<RoutedGroup> groups) {
    router.route(
        record.event(),
        record.timeMillis(),
        group -> groups.accept(group.of(record.contribution())));
  }

  /** As {@link DetectionRouter#seed}. */
  public void seed(long untilMillis, Consumer<RoutedGroup> seeds) {
    router.seed(untilMillis, seeds);
  }

  /** Brings the ledger up to date. */
  public void settle() {
    router.settle();
  }
}
