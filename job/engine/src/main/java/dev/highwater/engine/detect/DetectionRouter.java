package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.schedule.EventClock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes records to the detections that want them: time, membership in data models, literals,
 * filters, in this order, so that most records cost little. Not safe for use by several threads.
 */
public final class DetectionRouter {

  private final DetectionSet detections;
  private final SearchPass pass;
  private final Ledger ledger;
  private final HeadCosts costs;
  private final Faults faults;
  private final boolean hasSeeds;
  private final Map<EventOrigin, SourceRoutes> routes = new HashMap<>();
  private @Nullable EventOrigin lastOrigin;
  private @Nullable SourceRoutes lastRoutes;

  /**
   * @param ledger where records are counted; complete after {@link #settle}
   */
  public DetectionRouter(DetectionSet detections, Ledger ledger) {
    this(detections, ledger, Faults.thrown(ledger));
  }

  /**
   * @param ledger where records are counted; complete after {@link #settle}
   * @param faults takes what detections cannot look at
   */
  public DetectionRouter(DetectionSet detections, Ledger ledger, Faults faults) {
    this(detections, ledger, faults, HeadCosts.none());
  }

  /** The same, with what the heads of the detections cost. */
  public DetectionRouter(DetectionSet detections, Ledger ledger, Faults faults, HeadCosts costs) {
    this(detections, SearchPass.EVENTS, ledger, faults, costs);
  }

  /** Of the detections of one pass. */
  DetectionRouter(
      DetectionSet detections, SearchPass pass, Ledger ledger, Faults faults, HeadCosts costs) {
    this.faults = faults;
    this.detections = detections;
    this.pass = pass;
    this.ledger = ledger;
    this.costs = costs;
    this.hasSeeds =
        detections.detections(pass).stream()
            .anyMatch(each -> each.item().isAdHoc() || each.runsWithoutInput());
  }

  /** As below, of a record that cannot be late. */
  public void route(RawEvent raw, long timeMillis, Consumer<RoutedGroup> groups) {
    route(raw, timeMillis, EventClock.NOT_STARTED, groups);
  }

  /**
   * Gives the groups that the record adds to; most records add to none.
   *
   * @param clockMillis how far the stream had come: a group that may be late for a run then has the
   *     record's position
   */
  public void route(RawEvent raw, long timeMillis, long clockMillis, Consumer<RoutedGroup> groups) {
    costs.next();
    routesOf(raw).route(raw, timeMillis, clockMillis, groups);
  }

  private SourceRoutes routesOf(RawEvent raw) {
    EventOrigin origin = raw.origin();
    SourceRoutes current = lastRoutes;
    if (current == null || !origin.equals(lastOrigin)) {
      if (current != null) {
        current.release();
      }
      current =
          routes.computeIfAbsent(
              origin, key -> new SourceRoutes(detections, pass, key, faults, costs));
      lastRoutes = current;
      lastOrigin = origin;
    }
    return current;
  }

  /**
   * Gives a seed for each detection whose runs are done without events, too. The ledger knows the
   * times, those before a restore included. The seed of an ad-hoc search comes before all events.
   *
   * @param clockMillis how far the stream has come, {@link Long#MAX_VALUE} at its end: there have
   *     been events up to then, if not here
   */
  public void seed(long clockMillis, Consumer<RoutedGroup> seeds) {
    if (!hasSeeds) {
      return;
    }
    settle();
    boolean hasEvents = ledger.find(pass.counted(), Counter.FIRST_TIME).isPresent();
    long first = hasEvents ? ledger.count(pass.counted(), Counter.FIRST_TIME) : Long.MAX_VALUE;
    long last =
        clockMillis == Long.MAX_VALUE
            ? ledger.count(pass.counted(), Counter.LAST_TIME)
            : clockMillis;
    for (RunningDetection detection : detections.detections(pass)) {
      if (detection.item().isAdHoc()) {
        seeds.accept(
            RoutedGroup.seed(detection.key(), detection.scope(), Long.MIN_VALUE, Long.MIN_VALUE));
      } else if (hasEvents && first <= last && detection.runsWithoutInput()) {
        seeds.accept(RoutedGroup.seed(detection.key(), detection.scope(), first, last));
      }
    }
  }

  /** Brings the ledger up to date. */
  public void settle() {
    routes.values().forEach(each -> each.settle(ledger));
  }
}
