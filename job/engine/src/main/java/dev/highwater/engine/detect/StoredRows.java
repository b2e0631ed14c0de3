package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.GroupTable;
import dev.highwater.engine.plan.KeyOrder;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.StoredForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of what was stored, in an order that does not depend on how the events came. */
final class StoredRows {

  /**
   * Newest first, ties by text, host, source and sourcetype: events of equal place are
   * interchangeable (S-303).
   */
  private static final Comparator<Row> NEWEST_FIRST =
      Comparator.comparingDouble(StoredRows::time)
          .reversed()
          .thenComparing((left, right) -> compare(left, right, "_raw"))
          .thenComparing((left, right) -> compare(left, right, "host"))
          .thenComparing((left, right) -> compare(left, right, "source"))
          .thenComparing((left, right) -> compare(left, right, "sourcetype"))
          .thenComparing(Row::toString);

  private StoredRows() {}

  /** The rows of the slices of a run's window, each with what was stored under its key. */
  static List<Row> of(
      StoredForm form,
      Iterable<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> slices,
      RunContext run) {
    return form instanceof StoredForm.Groups groups
        ? groups(groups, slices, run)
        : events((StoredForm.Rows) form, slices);
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

  private static List<Row> events(
      StoredForm.Rows form, Iterable<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> slices) {
    Map<List<@Nullable FieldValue>, List<Accumulator>> merged = new LinkedHashMap<>();
    for (Map.Entry<GroupSlice, List<@Nullable FieldValue>> slice : slices) {
      merge(merged.computeIfAbsent(slice.getKey().key(), key -> form.start()), slice.getValue());
    }
    List<Row> rows = new ArrayList<>();
    merged.forEach((key, accumulators) -> form.rowsOf(key, accumulators, rows::add));
    rows.sort(NEWEST_FIRST);
    return rows;
  }

  private static void merge(List<Accumulator> accumulators, List<@Nullable FieldValue> partials) {
    for (int i = 0; i < accumulators.size(); i++) {
      accumulators.get(i).merge(partials.get(i));
    }
  }

  private static double time(Row row) {
    FieldValue time = row.get("_time");
    return time == null ? 0 : time.number();
  }

  private static int compare(Row left, Row right, String field) {
    return KeyOrder.compareBytes(text(left.get(field)), text(right.get(field)));
  }

  private static String text(@Nullable FieldValue value) {
    return value == null ? "" : value.text();
  }
}
