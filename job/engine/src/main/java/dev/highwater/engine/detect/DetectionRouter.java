package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;
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
  private final Ledger ledger;
  private final Map<EventOrigin, SourceRoutes> routes = new HashMap<>();
  private @Nullable EventOrigin lastOrigin;
  private @Nullable SourceRoutes lastRoutes;

  /**
   * @param ledger where records are counted; complete after {@link #settle}
   */
  public DetectionRouter(DetectionSet detections, Ledger ledger) {
    this.detections = detections;
    this.ledger = ledger;
  }

  /** The record's time in epoch milliseconds, {@link RawEvent#NO_TIME} when it has none. */
  public long timeOf(RawEvent raw) {
    return routesOf(raw).timeOf(raw);
  }

  /** Why no search can see the record; {@code null} when searches can. */
  public UnparsableEvent.@Nullable Reason fault(RawEvent raw, long timeMillis) {
    if (raw.framing() != Framing.WHOLE) {
      return raw.framing() == Framing.TRUNCATED
          ? UnparsableEvent.Reason.TOO_LONG
          : UnparsableEvent.Reason.MALFORMED;
    }
    if (timeMillis != RawEvent.NO_TIME) {
      return null;
    }
    return isBlank(raw) ? UnparsableEvent.Reason.BLANK : UnparsableEvent.Reason.NO_TIME;
  }

  private static boolean isBlank(RawEvent raw) {
    for (int i = raw.start(); i < raw.end(); i++) {
      if (raw.bytes()[i] > ' ' || raw.bytes()[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Gives the groups that the record adds to; most records add to none. */
  public void route(RawEvent raw, long timeMillis, Consumer<RoutedGroup> groups) {
    routesOf(raw).route(raw, timeMillis, groups);
  }

  private SourceRoutes routesOf(RawEvent raw) {
    EventOrigin origin = raw.origin();
    SourceRoutes current = lastRoutes;
    if (current == null || !origin.equals(lastOrigin)) {
      current = routes.computeIfAbsent(origin, key -> new SourceRoutes(detections, key));
      lastRoutes = current;
      lastOrigin = origin;
    }
    return current;
  }

  /** Brings the ledger up to date. */
  public void settle() {
    routes.values().forEach(each -> each.settle(ledger));
  }
}
