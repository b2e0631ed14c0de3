package dev.highwater.engine.detect;

import dev.highwater.engine.addon.FieldHistory;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.event.Row;
import java.util.List;

/**
 * All that searches can know of one event.
 *
 * @param timeMillis epoch milliseconds, {@link RawEvent#NO_TIME} for an event without a time
 * @param origin {@code host}, {@code source} and {@code sourcetype} as searches see them
 * @param fields the other fields that have a value, by name in the order of UTF-16 units; without
 *     labels, {@code index} and {@code _raw}
 * @param eventTypes their names in order
 * @param tags in order
 * @param datasets {@code Model.Dataset} for each that the event belongs to, in order
 * @param histories of each field that a setting touched, by name; of those that were taken away,
 *     too
 */
public record EventDescription(
    long timeMillis,
    Row origin,
    Row fields,
    List<String> eventTypes,
    List<String> tags,
    List<String> datasets,
    List<FieldHistory> histories) {

  public EventDescription {
    eventTypes = List.copyOf(eventTypes);
    tags = List.copyOf(tags);
    datasets = List.copyOf(datasets);
    histories = List.copyOf(histories);
  }

  /** Whether the event has a time. */
  public boolean hasTime() {
    return timeMillis != RawEvent.NO_TIME;
  }
}
