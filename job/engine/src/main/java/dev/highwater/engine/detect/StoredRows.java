package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.GroupTable;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.StoredForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of what was stored, in an order that does not depend on how the events came. */
final class StoredRows {

  private StoredRows() {}

  /** The rows of the slices of a run's window, each with what was stored under its key. */
  static Iterable<Row> of(
      StoredForm form,
      Iterable<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> slices,
      RunContext run) {
    return form instanceof StoredForm.Groups groups
        ? groups(groups, slices, run)
        : () -> events((StoredForm.Rows) form, slices);
  }

  private static List<Row> groups(
      StoredForm.Groups form,
      Iterable<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> slices,
      RunContext run) {
    GroupTable table = new GroupTable(form.grouping(), run);
    for (Map.Entry<GroupSlice, List<@Nullable FieldValue>> slice : slices) {
      List<FieldValue> key = slice.getKey().key().stream().map(Objects::requireNonNull).toList();
      merge(table.group(key), slice.getValue());
    }
    List<Row> rows = new ArrayList<>();
    table.forEachRow(rows::add);
    return rows;
  }

  /** Each row is made when it is asked for, and what it was stored as is let go then. */
  private static Iterator<Row> events(
      StoredForm.Rows form, Iterable<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> slices) {
    Map<List<@Nullable FieldValue>, List<Accumulator>> merged = new HashMap<>();
    for (Map.Entry<GroupSlice, List<@Nullable FieldValue>> slice : slices) {
      merge(merged.computeIfAbsent(slice.getKey().key(), key -> form.start()), slice.getValue());
    }
    List<List<@Nullable FieldValue>> keys = new ArrayList<>(merged.keySet());
    Comparator<List<@Nullable FieldValue>> order = form.order();
    if (order != null) {
      keys.sort(order);
    }
    return keys.stream()
        .<Row>mapMulti(
            (key, rows) -> form.rowsOf(key, Objects.requireNonNull(merged.remove(key)), rows))
        .iterator();
  }

  private static void merge(List<Accumulator> accumulators, List<@Nullable FieldValue> partials) {
    for (int i = 0; i < accumulators.size(); i++) {
      accumulators.get(i).merge(partials.get(i));
    }
  }
}
