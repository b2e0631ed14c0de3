package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.ListedFields;
import dev.highwater.engine.event.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * In what form the events of a scan are kept until the run: under keys, and for each key as partial
 * aggregates. Events with equal keys are interchangeable.
 */
public sealed interface StoredForm {

  /** The keys that an event adds to. */
  void keysOf(ListedFields event, Consumer<List<@Nullable FieldValue>> keys);

  /**
   * What the event adds to each of its keys.
   *
   * @param beforeRun for expressions in it, which do not depend on the run
   */
  List<@Nullable FieldValue> partialsOf(ListedFields event, RunContext beforeRun);

  /** Accumulators that take in and merge partials. */
  List<Accumulator> start();

  /** How many of the first steps of the search are done with these rows. */
  int stagesDone();

  /** The fields that are read of an event. */
  FieldSet reads();

  /** Aggregated by fields where the events are read: the step behind the scan is done. */
  record Groups(Grouping grouping) implements StoredForm {

    @Override
    public void keysOf(ListedFields event, Consumer<List<@Nullable FieldValue>> keys) {
      grouping.keysOf(event, key -> keys.accept(new ArrayList<>(key)));
    }

    @Override
    public List<@Nullable FieldValue> partialsOf(ListedFields event, RunContext beforeRun) {
      List<@Nullable FieldValue> partials = new ArrayList<>(grouping.calls().size());
      for (AggregateCall call : grouping.calls()) {
        Accumulator accumulator = call.start();
        accumulator.add(call.valueOf(event, beforeRun), event);
        partials.add(accumulator.partial());
      }
      return partials;
    }

    @Override
    public List<Accumulator> start() {
      return grouping.start();
    }

    @Override
    public int stagesDone() {
      return 2;
    }

    @Override
    public FieldSet reads() {
      return grouping.reads();
    }
  }

  /**
   * As rows with the fields that the search needs; equal ones are counted, not repeated.
   *
   * @param fields all means every field that the event has
   */
  record Rows(FieldSet fields) implements StoredForm {

    @Override
    public void keysOf(ListedFields event, Consumer<List<@Nullable FieldValue>> keys) {
      List<@Nullable FieldValue> key = new ArrayList<>();
      for (String name : fields.isAll() ? new TreeSet<>(event.names()) : fields.names()) {
        FieldValue value = event.get(name);
        if (value != null) {
          key.add(FieldValue.of(name));
          key.add(value);
        }
      }
      keys.accept(key);
    }

    @Override
    public List<@Nullable FieldValue> partialsOf(ListedFields event, RunContext beforeRun) {
      List<@Nullable FieldValue> one = new ArrayList<>(1);
      one.add(FieldValue.of(1));
      return one;
    }

    @Override
    public List<Accumulator> start() {
      return List.of(new Repetitions());
    }

    /** The rows that a key stands for. */
    public void rowsOf(
        List<@Nullable FieldValue> key, List<Accumulator> merged, Consumer<Row> rows) {
      Row row = new Row();
      for (int i = 0; i + 1 < key.size(); i += 2) {
        FieldValue name = key.get(i);
        row.set(name == null ? "" : name.text(), key.get(i + 1));
      }
      FieldValue count = merged.get(0).result();
      for (long i = count == null ? 0 : (long) count.number(); i > 0; i--) {
        rows.accept(i == 1 ? row : row.copy());
      }
    }

    @Override
    public int stagesDone() {
      return 1;
    }

    @Override
    public FieldSet reads() {
      return fields;
    }
  }
}
