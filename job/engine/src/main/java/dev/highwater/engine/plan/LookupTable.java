package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * The contents of a lookup.
 *
 * @param fields its columns, in order
 * @param rows in the order of the file; a row has no value for an empty cell of a KV store and
 *     empty text for one of a CSV file (S-355); not to be written
 */
public record LookupTable(List<String> fields, List<Row> rows) {

  public LookupTable {
    fields = List.copyOf(fields);
    rows = List.copyOf(rows);
  }

  /** The same with no value where a value is empty text. */
  public LookupTable withoutEmptyValues() {
    List<Row> cleaned = new ArrayList<>();
    for (Row row : rows) {
      Row copy = row.copy();
      for (String name : row.names()) {
        FieldValue value = row.get(name);
        if (value != null && value.text().isEmpty()) {
          copy.set(name, null);
        }
      }
      cleaned.add(copy);
    }
    return new LookupTable(fields, cleaned);
  }
}
