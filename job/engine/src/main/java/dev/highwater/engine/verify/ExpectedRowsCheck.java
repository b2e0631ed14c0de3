package dev.highwater.engine.verify;

import dev.highwater.engine.content.ExpectedRows;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether rows are those that a test expects (S-1980). */
final class ExpectedRowsCheck {

  private static final int MOST_DIFFERENCES = 3;

  private ExpectedRowsCheck() {}

  /** What is unlike, in words, beginning with the first row that is; empty for nothing. */
  static String difference(List<Row> rows, ExpectedRows expected) {
    List<Map<String, List<String>>> all = expected.rows();
    for (int i = 0; i < Math.min(rows.size(), all.size()); i++) {
      List<String> unlike = differences(rows.get(i), all.get(i), expected.isOfNamedFields());
      if (!unlike.isEmpty()) {
        return "row " + (i + 1) + ": " + shortened(unlike);
      }
    }
    return rows.size() == all.size()
        ? ""
        : counted(rows.size()) + " where there must be " + all.size();
  }

  /** As {@link #difference}, where the order of the rows does not count. */
  static String differenceInAnyOrder(List<Row> rows, ExpectedRows expected) {
    List<Row> left = new ArrayList<>(rows);
    List<Map<String, List<String>>> missing = new ArrayList<>();
    for (Map<String, List<String>> row : expected.rows()) {
      int found = indexOf(left, row, expected.isOfNamedFields());
      if (found < 0) {
        missing.add(row);
      } else {
        left.remove(found);
      }
    }
    return missing.isEmpty() && left.isEmpty()
        ? ""
        : difference(left, new ExpectedRows(missing, expected.isOfNamedFields()));
  }

  private static int indexOf(
      List<Row> rows, Map<String, List<String>> expected, boolean isOfNamedFields) {
    for (int i = 0; i < rows.size(); i++) {
      if (differences(rows.get(i), expected, isOfNamedFields).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private static String counted(int rows) {
    return rows == 1 ? "1 row" : rows + " rows";
  }

  private static String shortened(List<String> unlike) {
    int more = unlike.size() - MOST_DIFFERENCES;
    String shown = String.join("; ", unlike.subList(0, Math.min(unlike.size(), MOST_DIFFERENCES)));
    return more > 0 ? shown + "; and " + more + " more" : shown;
  }

  private static List<String> differences(
      Row row, Map<String, List<String>> expected, boolean isOfNamedFields) {
    Set<String> fields = new LinkedHashSet<>(expected.keySet());
    if (!isOfNamedFields) {
      fields.addAll(row.names());
    }
    List<String> unlike = new ArrayList<>();
    for (String field : fields) {
      List<String> is = texts(row, field);
      List<String> must = expected.getOrDefault(field, List.of());
      if (!is.equals(must)) {
        unlike.add(field + " is " + text(is) + ", not " + text(must));
      }
    }
    return unlike;
  }

  private static List<String> texts(Row row, String field) {
    FieldValue value = row.get(field);
    return value == null ? List.of() : value.members().stream().map(FieldValue::text).toList();
  }

  private static String text(List<String> values) {
    return values.isEmpty() ? "missing" : "'" + String.join("', '", values) + "'";
  }
}
