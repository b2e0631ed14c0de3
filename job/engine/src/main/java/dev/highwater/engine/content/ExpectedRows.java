package dev.highwater.engine.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that a test must find, in the order of the search (S-1980).
 *
 * @param rows for each field the texts of its values; none for a field that must be absent
 * @param isOfNamedFields whether fields count only that a row names; else a row has no others
 */
public record ExpectedRows(List<Map<String, List<String>>> rows, boolean isOfNamedFields) {

  public ExpectedRows {
    rows = rows.stream().map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row))).toList();
  }
}
