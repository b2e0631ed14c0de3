package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.KeyOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A transaction that may get more events; they come from the last to the first. */
final class OpenTransaction {

  private final int number;
  private final double endSeconds;
  private double startSeconds;
  private final List<Row> events = new ArrayList<>();
  private final Map<String, String> shared = new HashMap<>();
  private boolean isOpen = true;

  /**
   * @param number in the order in which transactions are opened
   */
  OpenTransaction(int number, double endSeconds) {
    this.number = number;
    this.endSeconds = endSeconds;
    this.startSeconds = endSeconds;
  }

  int number() {
    return number;
  }

  boolean isOpen() {
    return isOpen;
  }

  void close() {
    isOpen = false;
  }

  int size() {
    return events.size();
  }

  /** The value that its events share, {@code null} while none of them has one. */
  @Nullable String shared(String field) {
    return shared.get(field);
  }

  /** Whether an event of that time is too far away from it. */
  boolean isTooFarFrom(double seconds, TransactionSettings settings) {
    return (settings.spanSeconds() >= 0 && endSeconds - seconds > settings.spanSeconds())
        || (settings.pauseSeconds() >= 0 && startSeconds - seconds > settings.pauseSeconds());
  }

  /** Gives the fields that had no shared value before and have one now. */
  List<String> add(Row event, double seconds, List<String> fields) {
    events.add(event);
    startSeconds = seconds;
    List<String> newlyShared = new ArrayList<>(1);
    for (String field : fields) {
      FieldValue value = event.get(field);
      if (value != null && shared.putIfAbsent(field, value.text()) == null) {
        newlyShared.add(field);
      }
    }
    return newlyShared;
  }

  /** The transaction as one row: the time of its first event, the fields of all. */
  Row row(TransactionSettings settings, boolean isClosed) {
    List<Row> inOrder = new ArrayList<>(events);
    Collections.reverse(inOrder);
    Set<String> names = new LinkedHashSet<>();
    inOrder.forEach(event -> names.addAll(event.names()));
    Row row = new Row().set("_time", inOrder.get(0).get("_time"));
    for (String name : names) {
      if (name.equals("_raw")) {
        row.set(name, raw(inOrder, settings));
      } else if (!name.startsWith("_")) {
        row.set(name, settings.lists(name) ? list(inOrder, name, settings) : set(inOrder, name));
      }
    }
    return row.set("duration", FieldValue.of(endSeconds - startSeconds))
        .set("eventcount", FieldValue.of(events.size()))
        .set("closed_txn", FieldValue.of(isClosed ? 1 : 0));
  }

  private static @Nullable FieldValue raw(List<Row> events, TransactionSettings settings) {
    List<FieldValue> texts = new ArrayList<>();
    for (Row event : events) {
      FieldValue text = event.get("_raw");
      if (text != null) {
        texts.add(text);
      }
    }
    FieldValue all = MultiValue.of(texts);
    return all == null || settings.isRawList() ? all : FieldValue.of(all.text());
  }

  private static @Nullable FieldValue list(
      List<Row> events, String name, TransactionSettings settings) {
    List<FieldValue> values = new ArrayList<>();
    for (Row event : events) {
      FieldValue value = event.get(name);
      values.addAll(value == null ? List.of(FieldValue.of(settings.nullText())) : value.members());
    }
    return MultiValue.of(values);
  }

  private static @Nullable FieldValue set(List<Row> events, String name) {
    TreeMap<String, FieldValue> values = new TreeMap<>(KeyOrder::compareBytes);
    for (Row event : events) {
      FieldValue value = event.get(name);
      if (value != null) {
        value.members().forEach(member -> values.putIfAbsent(member.text(), member));
      }
    }
    return MultiValue.of(List.copyOf(values.values()));
  }
}
