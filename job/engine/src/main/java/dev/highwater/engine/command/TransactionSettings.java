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

  TransactionSettings() {
    this(-1, -1, 1000, null, null, true, false, false, false, false, Set.of(), "NULL");
  }

  boolean lists(String field) {
    return isList || listed.contains(field);
  }

  TransactionSettings withSpan(double seconds) {
    return new TransactionSettings(
        seconds,
        pauseSeconds,
        events,
        start,
        end,
        isConnected,
        keepsEvicted,
        keepsOrphans,
        isRawList,
        isList,
        listed,
        nullText);
  }

  TransactionSettings withPause(double seconds) {
    return new TransactionSettings(
        spanSeconds,
        seconds,
        events,
        start,
        end,
        isConnected,
        keepsEvicted,
        keepsOrphans,
        isRawList,
        isList,
        listed,
        nullText);
  }

  TransactionSettings withEvents(long most) {
    return new TransactionSettings(
        spanSeconds,
        pauseSeconds,
        most,
        start,
        end,
        isConnected,
        keepsEvicted,
        keepsOrphans,
        isRawList,
        isList,
        listed,
        nullText);
  }

  TransactionSettings withStart(Condition condition) {
    return new TransactionSettings(
        spanSeconds,
        pauseSeconds,
        events,
        condition,
        end,
        isConnected,
        keepsEvicted,
        keepsOrphans,
        isRawList,
        isList,
        listed,
        nullText);
  }

  TransactionSettings withEnd(Condition condition) {
    return new TransactionSettings(
        spanSeconds,
        pauseSeconds,
        events,
        start,
        condition,
        isConnected,
        keepsEvicted,
        keepsOrphans,
        isRawList,
        isList,
        listed,
        nullText);
  }

  TransactionSettings withConnected(boolean connected) {
    return new TransactionSettings(
        spanSeconds,
        pauseSeconds,
        events,
        start,
        end,
        connected,
        keepsEvicted,
        keepsOrphans,
        isRawList,
        isList,
        listed,
        nullText);
  }

  TransactionSettings withEvicted(boolean kept) {
    return new TransactionSettings(
        spanSeconds,
        pauseSeconds,
        events,
        start,
        end,
        isConnected,
        kept,
        keepsOrphans,
        isRawList,
        isList,
        listed,
        nullText);
  }

  TransactionSettings withOrphans(boolean kept) {
    return new TransactionSettings(
        spanSeconds,
        pauseSeconds,
        events,
        start,
        end,
        isConnected,
        keepsEvicted,
        kept,
        isRawList,
        isList,
        listed,
        nullText);
  }

  TransactionSettings withRawList(boolean rawList) {
    return new TransactionSettings(
        spanSeconds,
        pauseSeconds,
        events,
        start,
        end,
        isConnected,
        keepsEvicted,
        keepsOrphans,
        rawList,
        isList,
        listed,
        nullText);
  }

  TransactionSettings withLists(boolean all, Set<String> fields) {
    return new TransactionSettings(
        spanSeconds,
        pauseSeconds,
        events,
        start,
        end,
        isConnected,
        keepsEvicted,
        keepsOrphans,
        isRawList,
        all,
        fields,
        nullText);
  }

  TransactionSettings withNullText(String text) {
    return new TransactionSettings(
        spanSeconds,
        pauseSeconds,
        events,
        start,
        end,
        isConnected,
        keepsEvicted,
        keepsOrphans,
        isRawList,
        isList,
        listed,
        text);
  }
}
