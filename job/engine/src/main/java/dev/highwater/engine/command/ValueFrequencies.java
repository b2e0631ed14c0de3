package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How often the values of a field occur; numbers are counted by bins of equal width (S-1005). */
final class ValueFrequencies {

  private final Map<Object, Integer> counts = new HashMap<>();
  private final int rows;
  private final int bins;
  private final boolean isNumeric;
  private final double least;
  private final double width;

  /**
   * @param field whose values are numbers or, if one of them is none, texts
   */
  ValueFrequencies(List<Row> rows, String field) {
    List<FieldValue> values =
        rows.stream().map(row -> row.get(field)).filter(Objects::nonNull).toList();
    this.rows = rows.size();
    this.bins = (int) Math.ceil(Math.sqrt(rows.size()));
    this.isNumeric = values.stream().allMatch(FieldValue::isNumeric);
    this.least = values.stream().mapToDouble(FieldValue::number).min().orElse(0);
    double most = values.stream().mapToDouble(FieldValue::number).max().orElse(0);
    this.width = (most - least) / bins;
    values.forEach(value -> counts.merge(bin(value), 1, Integer::sum));
  }

  private Object bin(FieldValue value) {
    if (!isNumeric) {
      return value.text();
    }
    return width > 0 ? Math.min(bins - 1, (int) ((value.number() - least) / width)) : 0;
  }

  /** The part of all rows that have the value, or one of its bin; the value is one of theirs. */
  double of(FieldValue value) {
    return (double) counts.getOrDefault(bin(value), 0) / rows;
  }
}
