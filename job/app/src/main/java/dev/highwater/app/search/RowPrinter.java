package dev.highwater.app.search;

import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.Table;
import dev.highwater.connectors.codec.CsvLine;
import dev.highwater.connectors.codec.RowJson;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints the rows of one search. */
final class RowPrinter {

  private final Console console;

  /**
   * @param console whose {@code out} gets the rows
   */
  RowPrinter(Console console) {
    this.console = console;
  }

  void print(ResultRows rows, OutputFormat format) throws IOException {
    switch (format) {
      case CSV -> printCsv(rows);
      case TABLE, TEXT -> printTable(rows);
      default -> rows.forEach(row -> console.out().print(json(row)));
    }
    console.out().flush();
  }

  /** One object and a line feed. */
  static String json(Row row) {
    return new String(RowJson.line(row), StandardCharsets.UTF_8);
  }

  private void printCsv(ResultRows rows) throws IOException {
    List<String> fields = fields(rows);
    if (!fields.isEmpty()) {
      console.out().print(CsvLine.of(fields));
      rows.forEach(row -> console.out().print(CsvLine.of(cells(row, fields, "\n"))));
    }
  }

  private void printTable(ResultRows rows) throws IOException {
    List<String> fields = fields(rows);
    if (!fields.isEmpty()) {
      Table table = Table.of(fields.toArray(new String[0]));
      rows.forEach(row -> table.row(cells(row, fields, ", ").toArray()));
      table.print(console);
    }
  }

  /** All fields of all rows, in the order in which they first appear. */
  private static List<String> fields(ResultRows rows) throws IOException {
    Set<String> fields = new LinkedHashSet<>();
    rows.forEach(row -> fields.addAll(row.names()));
    return List.copyOf(fields);
  }

  private static List<String> cells(Row row, List<String> fields, String separator) {
    List<String> cells = new ArrayList<>();
    for (String field : fields) {
      FieldValue value = row.get(field);
      cells.add(
          value == null
              ? ""
              : value.members().stream()
                  .map(FieldValue::text)
                  .collect(Collectors.joining(separator)));
    }
    return cells;
  }
}
