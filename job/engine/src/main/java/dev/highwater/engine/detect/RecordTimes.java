package dev.highwater.engine.detect;

import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.addon.EventFields;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives records their time, by the rules of their sourcetype. Not safe for use by several threads.
 */
public final class RecordTimes {

  private final AddOnLibrary addOns;
  private final Map<EventOrigin, EventFields> fields = new HashMap<>();
  private @Nullable EventOrigin lastOrigin;
  private @Nullable EventFields lastFields;

  public RecordTimes(AddOnLibrary addOns) {
    this.addOns = addOns;
  }

  /** The record's time in epoch milliseconds, {@link RawEvent#NO_TIME} when it has none. */
  public long timeOf(RawEvent raw) {
    EventOrigin origin = raw.origin();
    EventFields current = lastFields;
    if (current == null || !origin.equals(lastOrigin)) {
      current = fields.computeIfAbsent(origin, addOns::fieldsOf);
      lastFields = current;
      lastOrigin = origin;
    }
    return current.timeOf(raw);
  }

  /** Why no search can see a record of that time; {@code null} when searches can. */
  public static UnparsableEvent.@Nullable Reason fault(RawEvent raw, long timeMillis) {
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
}
