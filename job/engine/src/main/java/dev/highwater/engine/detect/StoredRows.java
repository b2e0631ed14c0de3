package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.KeyOrder;
import dev.highwater.engine.plan.StoredForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

  static List<Row> of(StoredForm form, Map<List<@Nullable FieldValue>, List<Accumulator>> merged) {
    List<Row> rows = new ArrayList<>();
    if (form instanceof StoredForm.Groups groups) {
      if (merged.isEmpty() && groups.grouping().by().isEmpty()) {
        rows.add(groups.grouping().row(List.of(), groups.start()));
      }
      merged.entrySet().stream()
          .sorted((left, right) -> compareKeys(left.getKey(), right.getKey()))
          .forEach(entry -> form.rowsOf(entry.getKey(), entry.getValue(), rows::add));
      return rows;
    }
    merged.forEach((key, accumulators) -> form.rowsOf(key, accumulators, rows::add));
    rows.sort(NEWEST_FIRST.thenComparing(Row::toString));
    return rows;
  }

  /** Field by field in byte order (S-204). */
  private static int compareKeys(
      List<@Nullable FieldValue> left, List<@Nullable FieldValue> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = KeyOrder.compareBytes(text(left.get(i)), text(right.get(i)));
      if (order != 0) {
        return order;
      }
    }
    return 0;
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
