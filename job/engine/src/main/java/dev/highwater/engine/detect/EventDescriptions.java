package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.util.HashMap;
import java.util.Map;

/** Tells what searches can know of events. Not safe for use by several threads. */
public final class EventDescriptions {

  private final Knowledge knowledge;
  private final Map<EventOrigin, SourceDescriptions> sources = new HashMap<>();

  public EventDescriptions(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Everything that the add-ons and data models say of an event. */
  public EventDescription of(RawEvent raw) {
    return sources
        .computeIfAbsent(raw.origin(), origin -> new SourceDescriptions(knowledge, origin))
        .describe(raw);
  }
}
