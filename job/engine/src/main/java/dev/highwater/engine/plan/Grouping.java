package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates by fields: the heart of {@code stats} and {@code tstats} (S-200..S-205).
 *
 * @param by the by-fields, in written order
 * @param calls the aggregates, in written order
 * @param fillNull what a by-field without a value gets; {@code null} drops the row instead (S-202,
 *     S-260)
 */
public record Grouping(List<String> by, List<AggregateCall> calls, @Nullable String fillNull) {

  public Grouping {
    by = List.copyOf(by);
    calls = List.copyOf(calls);
  }

  /**
   * The groups that a row belongs to: one for each combination of the values of its by-fields
   * (S-203), none when a by-field has no value.
   */
  public void keysOf(Fields fields, Consumer<List<FieldValue>> keys) {
    List<List<FieldValue>> choices = new ArrayList<>(by.size());
    boolean isSingle = true;
    for (String name : by) {
      FieldValue value = fields.get(name);
      if (value == null) {
        if (fillNull == null) {
          return;
        }
        value = FieldValue.of(fillNull);
      }
      choices.add(value.members());
      isSingle &= choices.get(choices.size() - 1).size() == 1;
    }
    if (isSingle) {
      keys.accept(choices.stream().map(values -> values.get(0)).toList());
    } else {
      combine(choices, new ArrayList<>(), keys);
    }
  }

  private static void combine(
      List<List<FieldValue>> choices, List<FieldValue> chosen, Consumer<List<FieldValue>> keys) {
    if (chosen.size() == choices.size()) {
      keys.accept(List.copyOf(chosen));
      return;
    }
    for (FieldValue value : choices.get(chosen.size())) {
      chosen.add(value);
      combine(choices, chosen, keys);
      chosen.remove(chosen.size() - 1);
    }
  }

  /** Accumulators for one group, in the order of the calls. */
  public List<Accumulator> start() {
    return calls.stream().map(call -> call.aggregation().start()).toList();
  }

  /** Takes a row into the accumulators of its group. */
  public void add(List<Accumulator> accumulators, Fields row, RunContext run) {
    for (int i = 0; i < accumulators.size(); i++) {
      accumulators.get(i).add(calls.get(i).valueOf(row, run), row);
    }
  }

  /** The row of a group: by-fields, then aggregates (S-205). */
  public Row row(List<FieldValue> key, List<Accumulator> accumulators) {
    Row row = new Row();
    for (int i = 0; i < by.size(); i++) {
      row.set(by.get(i), key.get(i));
    }
    for (int i = 0; i < calls.size(); i++) {
      row.set(calls.get(i).outputName(), accumulators.get(i).result());
    }
    return row;
  }

  /** The fields that aggregation needs of a row. */
  public FieldSet reads() {
    FieldSet reads = FieldSet.NONE;
    for (String name : by) {
      reads = reads.and(FieldSet.of(name));
    }
    for (AggregateCall call : calls) {
      reads = reads.and(call.reads());
    }
    return reads;
  }
}
