package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.ListedFields;
import dev.highwater.engine.event.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * In what form the events of a scan are kept until the run: under keys, and for each key as partial
 * aggregates. Events with equal keys are interchangeable.
 */
public sealed interface StoredForm {

  /** What a row counts. */
  FieldValue ONE = FieldValue.of(1);

  /** The keys that an event, or a row of the head, adds to. */
  void keysOf(ListedFields event, Consumer<List<@Nullable FieldValue>> keys);

  /**
   * The fields whose values a key holds, in their places: empty texts where it holds something
   * else, nothing where the keys differ in what they hold.
   */
  List<String> keyFields();

  /**
   * What the event adds to each of its keys.
   *
   * @param beforeRun for expressions in it, which do not depend on the run
   */
  List<@Nullable FieldValue> partialsOf(ListedFields event, RunContext beforeRun);

  /** Accumulators that take in and merge partials. */
  List<Accumulator> start();

  /** The fields that are read of a row. */
  FieldSet reads();

  /** Aggregated by fields where the events are read: the step behind the head is done. */
  record Groups(Grouping grouping) implements StoredForm {

    @Override
    public void keysOf(ListedFields event, Consumer<List<@Nullable FieldValue>> keys) {
      grouping.keysOf(event, key -> keys.accept(new ArrayList<>(key)));
    }

    @Override
    public List<String> keyFields() {
      return grouping.by();
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
    public FieldSet reads() {
      return grouping.reads();
    }
  }

  /**
   * As rows with the fields that the search needs; equal ones are counted, not repeated.
   *
   * @param fields all means every field that the event has
   * @param isOrdered whether the order of events matters behind it
   */
  record Rows(FieldSet fields, boolean isOrdered) implements StoredForm {

    /** What the place of an event among others follows from: no two events have all in common. */
    public static final FieldSet ORDER =
        FieldSet.of("_time", "_raw", "host", "source", "sourcetype");

    private static final int PLACES = 2;

    @Override
    public void keysOf(ListedFields event, Consumer<List<@Nullable FieldValue>> keys) {
      List<@Nullable FieldValue> key = new ArrayList<>(PLACES + fields.names().size());
      if (isOrdered) {
        key.add(event.get("_time"));
        key.add(FieldValue.of(placeOf(event)));
      }
      if (fields.isAll()) {
        for (String name : new TreeSet<>(event.names())) {
          FieldValue value = event.get(name);
          if (value != null) {
            key.add(FieldValue.of(name));
            key.add(value);
          }
        }
      } else {
        fields.names().forEach(name -> key.add(event.get(name)));
      }
      keys.accept(key);
    }

    @Override
    public List<String> keyFields() {
      List<String> names = new ArrayList<>();
      if (!fields.isAll()) {
        if (isOrdered) {
          names.addAll(Collections.nCopies(PLACES, ""));
        }
        names.addAll(fields.names());
      }
      return names;
    }

    /** A number that events of equal time are put in order by: it follows from their texts. */
    private static double placeOf(ListedFields event) {
      long hash = 0;
      for (String name : ORDER.names()) {
        FieldValue value = event.get(name);
        String text = value == null ? "" : value.text();
        for (int i = 0; i < text.length(); i++) {
          hash = 31 * hash + text.charAt(i);
        }
        hash = (hash ^ (hash >>> 29)) * 0x9E3779B97F4A7C15L;
      }
      return hash >>> 11; // as many bits as a number has
    }

    @Override
    public List<@Nullable FieldValue> partialsOf(ListedFields event, RunContext beforeRun) {
      List<@Nullable FieldValue> one = new ArrayList<>(1);
      one.add(ONE);
      return one;
    }

    @Override
    public List<Accumulator> start() {
      return List.of(new Repetitions());
    }

    /** The order of keys, newest first (S-303); {@code null} where there is none. */
    public @Nullable Comparator<List<@Nullable FieldValue>> order() {
      return isOrdered
          ? Comparator.comparingDouble((List<@Nullable FieldValue> key) -> number(key.get(0)))
              .thenComparingDouble(key -> number(key.get(1)))
              .reversed()
          : null;
    }

    private static double number(@Nullable FieldValue value) {
      return value == null ? 0 : value.number();
    }

    /** The rows that a key stands for. */
    public void rowsOf(
        List<@Nullable FieldValue> key, List<Accumulator> merged, Consumer<Row> rows) {
      Row row = row(key.subList(isOrdered ? PLACES : 0, key.size()));
      FieldValue count = merged.get(0).result();
      for (long i = count == null ? 0 : (long) count.number(); i > 0; i--) {
        rows.accept(i == 1 ? row : row.copy());
      }
    }

    private Row row(List<@Nullable FieldValue> values) {
      Row row = new Row();
      if (fields.isAll()) {
        for (int i = 0; i + 1 < values.size(); i += 2) {
          FieldValue name = values.get(i);
          row.set(name == null ? "" : name.text(), values.get(i + 1));
        }
        return row;
      }
      int at = 0;
      for (String name : fields.names()) {
        row.set(name, values.get(at++));
      }
      return row;
    }

    @Override
    public FieldSet reads() {
      return isOrdered ? fields.and(ORDER) : fields;
    }
  }
}
