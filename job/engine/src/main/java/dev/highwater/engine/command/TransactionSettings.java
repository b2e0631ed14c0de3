package dev.highwater.engine.command;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What makes a transaction and how it is shown (S-362).
 *
 * @param spanSeconds from its first event to its last at most, negative for any length
 * @param pauseSeconds between two of its events at most, negative for any length
 * @param events in it at most, 0 or less for any number
 * @param start what its first event is like, {@code null} for any
 * @param end what its last event is like, {@code null} for any
 * @param isConnected whether an event that shares no value with it stays out
 * @param isList whether fields have a value for each event
 * @param listed the fields that have, when not all do
 * @param nullText stands in a list for an event without a value
 */
record TransactionSettings(
    double spanSeconds,
    double pauseSeconds,
    long events,
    @Nullable TransactionCondition start,
    @Nullable TransactionCondition end,
    boolean isConnected,
    boolean keepsEvicted,
    boolean keepsOrphans,
    boolean isRawList,
    boolean isList,
    Set<String> listed,
    String nullText) {

  /** What {@code events} is where nothing is said. */
  static final long MAX_EVENTS = 1000;

  boolean lists(String field) {
    return isList || listed.contains(field);
  }

  /** The options that are not as usual, each with a space before it. */
  String describe() {
    return (spanSeconds < 0 ? "" : " maxspan=" + Durations.describe(spanSeconds))
        + (pauseSeconds < 0 ? "" : " maxpause=" + Durations.describe(pauseSeconds))
        + (events == MAX_EVENTS ? "" : " maxevents=" + events)
        + (start == null ? "" : " startswith=" + start.describe())
        + (end == null ? "" : " endswith=" + end.describe())
        + (isConnected ? "" : " connected=false")
        + (keepsEvicted ? " keepevicted=true" : "")
        + (keepsOrphans ? " keeporphans=true" : "")
        + (isRawList ? " mvraw=true" : "")
        + (isList ? " mvlist=true" : "")
        + (listed.isEmpty() ? "" : " mvlist=" + Written.quoted(String.join(",", listed)))
        + (nullText.equals("NULL") ? "" : " nullstr=" + Written.quoted(nullText));
  }
}
