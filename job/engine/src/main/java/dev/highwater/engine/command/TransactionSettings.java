package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.RunContext;
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
    @Nullable Condition start,
    @Nullable Condition end,
    boolean isConnected,
    boolean keepsEvicted,
    boolean keepsOrphans,
    boolean isRawList,
    boolean isList,
    Set<String> listed,
    String nullText) {

  /** A test of an event. */
  @FunctionalInterface
  interface Condition {
    boolean holds(Row row, RunContext run);
  }

  boolean lists(String field) {
    return isList || listed.contains(field);
  }
}
