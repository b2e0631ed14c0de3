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
 * Reads records by the rules of their sources: their time, and what they are when they are indexed.
 * Not safe for use by several threads.
 */
public final class RecordTimes {

  private static final int MOST_ORIGINS = 4096;

  private final AddOnLibrary addOns;
  private final Map<EventOrigin, EventFields> fields = new HashMap<>();
  private final Map<EventOrigin, EventOrigin> origins = new HashMap<>();
  private @Nullable EventOrigin lastOrigin;
  private @Nullable EventFields lastFields;

  public RecordTimes(AddOnLibrary addOns) {
    this.addOns = addOns;
  }

  /**
   * The record as the index-time rules of its source leave it, {@code null} when they drop it
   * (S-1321).
   */
  public @Nullable RawEvent indexed(RawEvent raw) {
    EventFields source = fieldsOf(raw);
    if (source.rules().indexTime().isEmpty()) {
      return raw;
    }
    RawEvent changed = source.rules().indexTime().apply(raw, source.limits()::tally);
    return changed == null || changed == raw ? changed : changed.from(known(changed.origin()));
  }

  /** Equal origins are one object, so that they are compared in no time. */
  private EventOrigin known(EventOrigin origin) {
    if (origins.size() >= MOST_ORIGINS) {
      origins.clear();
    }
    EventOrigin before = origins.putIfAbsent(origin, origin);
    return before == null ? origin : before;
  }

  /** The record's time in epoch milliseconds, {@link RawEvent#NO_TIME} when it has none. */
  public long timeOf(RawEvent raw) {
    return fieldsOf(raw).timeOf(raw);
  }

  private EventFields fieldsOf(RawEvent raw) {
    EventOrigin origin = raw.origin();
    EventFields current = lastFields;
    if (current == null || !origin.equals(lastOrigin)) {
      current = fields.computeIfAbsent(origin, addOns::fieldsOf);
      lastFields = current;
      lastOrigin = origin;
    }
    return current;
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
