package dev.highwater.connectors.codec;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.LookupTable;
import java.util.ArrayList;
import java.util.List;

/** The contents of a lookup as a CSV file, which can be given back as one. */
public final class LookupCsv {

  private static final String KEY = "_key";

  private LookupCsv() {}

  /**
   * The header and a record for each row; the keys of a collection come first where there are any.
   * No value is an empty cell.
   */
  public static String of(LookupTable table) {
    List<String> columns = new ArrayList<>(table.fields());
    boolean hasKeys = table.rows().stream().anyMatch(row -> row.get(KEY) != null);
    if (hasKeys && !columns.contains(KEY)) {
      columns.add(0, KEY);
    }
    StringBuilder csv = new StringBuilder(CsvLine.of(columns));
    for (Row row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (String column : columns) {
        FieldValue value = row.get(column);
        cells.add(value == null ? "" : value.text());
      }
      csv.append(CsvLine.of(cells));
    }
    return csv.toString();
  }
}
