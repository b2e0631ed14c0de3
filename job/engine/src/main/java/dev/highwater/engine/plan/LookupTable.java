package dev.highwater.engine.plan;

import dev.highwater.engine.event.Row;
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
}
