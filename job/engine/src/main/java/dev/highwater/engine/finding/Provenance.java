package dev.highwater.engine.finding;

import dev.highwater.engine.event.EventPosition;
import java.util.List;

/**
 * What a finding was made of. No part of its identity: the same finding may come of other content.
 *
 * @param contentRevision which content said so; empty where that is not known
 * @param events the first of the events that it comes of, by input and offset (S-2010)
 */
public record Provenance(String contentRevision, List<EventPosition> events) {

  /** Of a finding that was not made of events. */
  public static final Provenance NONE = new Provenance("", List.of());

  public Provenance {
    events = List.copyOf(events);
  }
}
