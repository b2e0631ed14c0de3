package dev.highwater.engine.content;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The file of a lookup, which is read when it is asked for. */
public record LookupTable(ContentFolder folder, String path) {

  /** The whole file. */
  public String text() throws IOException {
    return folder.text(path);
  }

  /** The names of the fields: the first record of the CSV file, without white space around them. */
  public List<String> header() throws IOException {
    return header(new CsvText(text()));
  }

  /** All rows, in the order of the file; an empty cell is empty text (S-355). */
  public dev.highwater.engine.plan.LookupTable contents() throws IOException {
    return parse(text());
  }

  /** The table of a CSV text, as {@link #contents} says. */
  public static dev.highwater.engine.plan.LookupTable parse(String text) {
    CsvText csv = new CsvText(text);
    List<String> header = header(csv);
    List<Row> rows = new ArrayList<>();
    for (List<String> cells = csv.next(); !cells.isEmpty(); cells = csv.next()) {
      Row row = new Row();
      for (int i = 0; i < header.size(); i++) {
        row.set(header.get(i), FieldValue.of(i < cells.size() ? cells.get(i) : ""));
      }
      rows.add(row);
    }
    return new dev.highwater.engine.plan.LookupTable(header, rows);
  }

  private static List<String> header(CsvText csv) {
    return csv.next().stream().map(String::strip).toList();
  }
}
