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
          .thenComparing((left, right) -> compare(left, right, "sourcetype"));

  private StoredRows() {}

  /**
   * The rows.
   *
   * @param run with the range that was searched
   */
  static List<Row> of(
      StoredForm form, Map<List<@Nullable FieldValue>, List<Accumulator>> merged, RunContext run) {
    List<Row> rows = new ArrayList<>();
    if (form instanceof StoredForm.Groups groups) {
      GroupTable table = new GroupTable(groups.grouping(), run);
      merged.forEach((key, accumulators) -> table.merge(present(key), accumulators));
      table.forEachRow(rows::add);
    } else if (form instanceof StoredForm.Rows stored) {
      merged.forEach((key, accumulators) -> stored.rowsOf(key, accumulators, rows::add));
      rows.sort(NEWEST_FIRST.thenComparing(Row::toString));
    }
    return rows;
  }

  /** The key of a group, which holds no NULL. */
  private static List<FieldValue> present(List<@Nullable FieldValue> key) {
    List<FieldValue> values = new ArrayList<>(key.size());
    for (FieldValue value : key) {
      values.add(Objects.requireNonNull(value));
    }
    return values;
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
