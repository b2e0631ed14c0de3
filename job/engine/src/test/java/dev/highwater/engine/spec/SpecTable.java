package dev.highwater.engine.spec;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as a spec file writes them: a line of names, then a line for each row. */
final class SpecTable {

  private static final String NUMBERS = ":number";

  private final List<String> columns;

  private SpecTable(String header) {
    this.columns = split(header, ',').stream().map(String::strip).toList();
  }

  /** The rows of a table; without a header one row that has no fields. */
  static List<Row> rows(List<String> lines) {
    if (lines.isEmpty()) {
      return List.of(new Row());
    }
    SpecTable table = new SpecTable(lines.get(0));
    return lines.subList(1, lines.size()).stream().map(table::row).toList();
  }

  /** The names in the header, their kinds left out. */
  static List<String> columns(List<String> lines) {
    return split(lines.get(0), ',').stream().map(name -> name(name.strip())).toList();
  }

  private static String name(String column) {
    return column.endsWith(NUMBERS)
        ? column.substring(0, column.length() - NUMBERS.length())
        : unquoted(column);
  }

  private Row row(String line) {
    List<String> cells = split(line, ',');
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "'" + line + "' has " + cells.size() + " cells, not " + columns.size());
    }
    Row row = new Row();
    for (int i = 0; i < cells.size(); i++) {
      String column = columns.get(i);
      row.set(name(column), value(cells.get(i).strip(), column.endsWith(NUMBERS)));
    }
    return row;
  }

  private static @Nullable FieldValue value(String cell, boolean isNumber) {
    if (cell.isEmpty() || cell.equals("\\N")) {
      return null;
    }
    List<FieldValue> members = new ArrayList<>();
    for (String member : split(cell, '|')) {
      String text = unquoted(member.strip());
      members.add(isNumber ? FieldValue.of(Double.parseDouble(text)) : FieldValue.of(text));
    }
    return MultiValue.of(members);
  }

  private static String unquoted(String cell) {
    boolean isQuoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
    return isQuoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
  }

  /** Splits at a separator that stands outside of quotes. */
  private static List<String> split(String line, char separator) {
    List<String> parts = new ArrayList<>();
    boolean isInQuotes = false;
    int start = 0;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '"') {
        isInQuotes = !isInQuotes;
      } else if (c == separator && !isInQuotes) {
        parts.add(line.substring(start, at));
        start = at + 1;
      }
    }
    parts.add(line.substring(start));
    return parts;
  }
}
