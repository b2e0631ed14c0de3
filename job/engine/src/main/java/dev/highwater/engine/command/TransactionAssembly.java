package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.RunContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Assigns events, the last first, to transactions (S-362): an event goes into the open transaction
 * with which it shares a value and differs in none.
 */
final class TransactionAssembly {

  private final List<String> fields;
  private final TransactionSettings settings;
  private final List<Row> finished = new ArrayList<>();
  private final TreeMap<Integer, OpenTransaction> open = new TreeMap<>();
  private int opened;

  /** The last transaction for the values of all fields; it may be closed. */
  private final Map<List<String>, OpenTransaction> byAllValues = new HashMap<>();

  /** The transactions by a field and the value that their events share; closed ones among them. */
  private final Map<List<String>, List<OpenTransaction>> byValue = new HashMap<>();

  /**
   * Whether every event had all fields: then only their values together tell transactions apart.
   */
  private boolean areAllWhole = true;

  TransactionAssembly(List<String> fields, TransactionSettings settings) {
    this.fields = fields;
    this.settings = settings;
  }

  void add(Row event, double seconds, RunContext run) {
    if (!hasAField(event)) {
      addOrphan(event);
      return;
    }
    OpenTransaction transaction = transactionFor(event);
    if (transaction != null && transaction.isTooFarFrom(seconds, settings)) {
      close(transaction, settings.start() == null);
      transaction = null;
    }
    TransactionCondition start = settings.start();
    TransactionCondition end = settings.end();
    boolean isStart = start != null && start.holds(event, run);
    boolean isEnd = end != null && end.holds(event, run);
    if (transaction != null && isEnd) {
      close(transaction, start == null);
      transaction = null;
    }
    if (transaction == null) {
      if (end != null && !isEnd) {
        addOrphan(event);
        return;
      }
      transaction = new OpenTransaction(opened++, seconds);
      open.put(transaction.number(), transaction);
    }
    put(event, seconds, transaction);
    if (isStart) {
      close(transaction, true);
    } else if (settings.events() > 0 && transaction.size() >= settings.events()) {
      close(transaction, start == null);
    }
  }

  /** An event that belongs to no transaction; it has no place in the result unless asked for. */
  void addOrphan(Row event) {
    if (settings.keepsOrphans()) {
      finished.add(event.set("_txn_orphan", FieldValue.of(1)));
    }
  }

  /** All transactions and what else is kept, in the order in which they ended. */
  List<Row> finish() {
    boolean isComplete = settings.start() == null;
    for (OpenTransaction transaction : open.values()) {
      if (isComplete || settings.keepsEvicted()) {
        finished.add(transaction.row(settings, false));
      }
    }
    open.clear();
    return finished;
  }

  private boolean hasAField(Row event) {
    return fields.isEmpty() || fields.stream().anyMatch(field -> event.get(field) != null);
  }

  private void put(Row event, double seconds, OpenTransaction transaction) {
    for (String field : transaction.add(event, seconds, fields)) {
      FieldValue value = event.get(field);
      if (value != null) {
        byValue
            .computeIfAbsent(List.of(field, value.text()), key -> new ArrayList<>(1))
            .add(transaction);
      }
    }
    List<String> all = allValues(event);
    if (all != null) {
      byAllValues.put(all, transaction);
    }
    areAllWhole &= all != null;
  }

  private @Nullable List<String> allValues(Row event) {
    List<String> values = new ArrayList<>(fields.size());
    for (String field : fields) {
      FieldValue value = event.get(field);
      if (value == null) {
        return null;
      }
      values.add(value.text());
    }
    return values;
  }

  private @Nullable OpenTransaction transactionFor(Row event) {
    if (fields.isEmpty()) {
      return last();
    }
    List<String> all = allValues(event);
    OpenTransaction same = all == null ? null : byAllValues.get(all);
    if (same != null && same.isOpen()) {
      return same;
    }
    OpenTransaction sharing = areAllWhole && all != null ? null : sharing(event);
    if (sharing != null || settings.isConnected()) {
      return sharing;
    }
    OpenTransaction last = last();
    return last != null && !differs(event, last) ? last : null;
  }

  /** The open transaction that has a value in common with the event and differs in none. */
  private @Nullable OpenTransaction sharing(Row event) {
    for (String field : fields) {
      FieldValue value = event.get(field);
      if (value != null) {
        List<OpenTransaction> candidates =
            byValue.getOrDefault(List.of(field, value.text()), List.of());
        for (int i = candidates.size() - 1; i >= 0; i--) {
          if (candidates.get(i).isOpen() && !differs(event, candidates.get(i))) {
            return candidates.get(i);
          }
        }
      }
    }
    return null;
  }

  private @Nullable OpenTransaction last() {
    return open.isEmpty() ? null : open.lastEntry().getValue();
  }

  private boolean differs(Row event, OpenTransaction transaction) {
    for (String field : fields) {
      FieldValue value = event.get(field);
      String shared = transaction.shared(field);
      if (value != null && shared != null && !shared.equals(value.text())) {
        return true;
      }
    }
    return false;
  }

  private void close(OpenTransaction transaction, boolean isComplete) {
    transaction.close();
    open.remove(transaction.number());
    if (isComplete || settings.keepsEvicted()) {
      finished.add(transaction.row(settings, isComplete));
    }
  }
}
