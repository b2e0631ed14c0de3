package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes risk events to the searches that correlate. Not safe for use by several threads. */
public final class RiskRouter {

  private final DetectionSet detections;
  private final DetectionRouter router;

  /**
   * @param ledger where records are counted; complete after {@link #settle}
   */
  public RiskRouter(DetectionSet detections, Ledger ledger) {
    this(detections, ledger, Faults.thrown(ledger));
  }

  /**
   * @param ledger where records are counted; complete after {@link #settle}
   * @param faults takes what detections cannot look at
   */
  public RiskRouter(DetectionSet detections, Ledger ledger, Faults faults) {
    this(detections, ledger, faults, HeadCosts.none());
  }

  /** The same, with what the heads of the searches cost. */
  public RiskRouter(DetectionSet detections, Ledger ledger, Faults faults, HeadCosts costs) {
    this.detections = detections;
    this.router = new DetectionRouter(detections, SearchPass.RISK, ledger, faults, costs);
  }

  /** Gives the groups that the event adds to, each as a contribution of this event. */
  public void route(RiskRecord record, Consumer<RoutedGroup> groups) {
    router.route(
        record.event(),
        record.timeMillis(),
        group -> groups.accept(group.of(record.contribution(), partials(group, record))));
  }

  /** A risk event of ours stands nowhere: its id says which one it is. */
  private List<@Nullable FieldValue> partials(RoutedGroup group, RiskRecord record) {
    RunningDetection detection = detections.detection(group.detection());
    if (!record.contribution().isOfOneEvent() || !detection.keepsEvents()) {
      return group.partials();
    }
    List<@Nullable FieldValue> partials = new ArrayList<>(group.partials());
    EventPosition position = new EventPosition("risk:" + record.contribution().id(), 0);
    partials.set(partials.size() - 1, FirstEvents.of(position));
    return partials;
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
