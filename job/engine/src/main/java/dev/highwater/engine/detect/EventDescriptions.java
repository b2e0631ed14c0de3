package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.util.HashMap;
import java.util.Map;

/** Tells what searches can know of events. Not safe for use by several threads. */
public final class EventDescriptions {

  private final Knowledge knowledge;
  private final Map<EventOrigin, SourceDescriptions> sources = new HashMap<>();
  private final RecordTimes records;

  public EventDescriptions(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.records = new RecordTimes(knowledge.addOns());
  }

  /**
   * Everything that the add-ons and data models say of an event, as it is indexed; one that its
   * source drops is described as it came.
   */
  public EventDescription of(RawEvent raw) {
    RawEvent indexed = records.indexed(raw);
    RawEvent kept = indexed == null ? raw : indexed;
    return sources
        .computeIfAbsent(kept.origin(), origin -> new SourceDescriptions(knowledge, origin))
        .describe(kept, records.timeOf(raw));
  }
}
