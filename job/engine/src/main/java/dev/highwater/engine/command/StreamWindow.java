package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.RunContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates of a queue of rows: rows come in at one end and leave at the other. A row costs a
 * few merges, however long the queue is: the older half holds what each row and those behind it add
 * up to, the younger half one running total. Aggregates that depend on the order are made anew.
 */
final class StreamWindow {

  private static final String TIME = "_time";

  private final List<AggregateCall> calls;

  /** The older rows, the oldest at the end. */
  private final List<Summed> older = new ArrayList<>();

  private final Deque<Entry> younger = new ArrayDeque<>();
  private List<Accumulator> youngerSums;

  /** What is kept of a row: the arguments of the aggregates and its time. */
  record Entry(List<@Nullable FieldValue> values, @Nullable FieldValue time) implements Fields {

    static Entry of(Row row, List<AggregateCall> calls, RunContext run) {
      List<@Nullable FieldValue> values = new ArrayList<>(calls.size());
      for (AggregateCall call : calls) {
        values.add(call.valueOf(row, run));
      }
      return new Entry(values, row.get(TIME));
    }

    @Override
    public @Nullable FieldValue get(String name) {
      return name.equals(TIME) ? time : null;
    }

    /** Epoch seconds, NaN for none. */
    double seconds() {
      return time == null ? Double.NaN : time.number();
    }
  }

  private record Summed(Entry entry, List<@Nullable FieldValue> partials) {}

  StreamWindow(List<AggregateCall> calls) {
    this.calls = calls;
    this.youngerSums = start();
  }

  private List<Accumulator> start() {
    return new ArrayList<>(calls.stream().map(AggregateCall::start).toList());
  }

  /**
   * Takes in a row.
   *
   * @param isTemporary whether it may have to leave again
   */
  void push(Entry entry, boolean isTemporary) {
    if (isTemporary) {
      younger.addLast(entry);
    }
    addTo(youngerSums, entry);
  }

  private void addTo(List<Accumulator> sums, Entry entry) {
    for (int i = 0; i < sums.size(); i++) {
      sums.get(i).add(entry.values().get(i), entry);
    }
  }

  /** Lets the oldest row go; there must be one. */
  void pop() {
    if (older.isEmpty()) {
      moveToOlder();
    }
    older.remove(older.size() - 1);
  }

  private void moveToOlder() {
    List<Accumulator> sums = start();
    while (!younger.isEmpty()) {
      Entry entry = younger.removeLast();
      addTo(sums, entry);
      List<@Nullable FieldValue> partials = new ArrayList<>(sums.size());
      for (int i = 0; i < sums.size(); i++) {
        partials.add(isOrderSensitive(i) ? null : sums.get(i).partial());
      }
      older.add(new Summed(entry, partials));
    }
    youngerSums = start();
  }

  private boolean isOrderSensitive(int call) {
    return calls.get(call).aggregation().isOrderSensitive();
  }

  int size() {
    return older.size() + younger.size();
  }

  /** The oldest row; there must be one. */
  Entry oldest() {
    return older.isEmpty() ? younger.getFirst() : older.get(older.size() - 1).entry();
  }

  /** Sets the aggregates in a row. */
  void writeTo(Row row) {
    for (int i = 0; i < calls.size(); i++) {
      row.set(calls.get(i).outputName(), isOrderSensitive(i) ? inOrder(i) : merged(i));
    }
  }

  private @Nullable FieldValue merged(int call) {
    if (older.isEmpty()) {
      return youngerSums.get(call).result();
    }
    Accumulator sum = calls.get(call).start();
    sum.merge(older.get(older.size() - 1).partials().get(call));
    sum.merge(youngerSums.get(call).partial());
    return sum.result();
  }

  private @Nullable FieldValue inOrder(int call) {
    if (older.isEmpty()) {
      return youngerSums.get(call).result();
    }
    Accumulator all = calls.get(call).start();
    for (int i = older.size() - 1; i >= 0; i--) {
      all.add(older.get(i).entry().values().get(call), older.get(i).entry());
    }
    younger.forEach(entry -> all.add(entry.values().get(call), entry));
    return all.result();
  }
}
