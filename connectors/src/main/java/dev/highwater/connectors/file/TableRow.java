package dev.highwater.connectors.file;

import java.util.ArrayList;
import java.util.List;

/** The values of one row of a table. */
final class TableRow {

  private TableRow() {}

  /** The values in their order, without the white space and quotes around them. */
  static List<String> values(String row, char delimiter) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean isInQuotes = false;
    boolean wasQuoted = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (isInQuotes && c == '"' && i + 1 < row.length() && row.charAt(i + 1) == '"') {
        value.append('"');
        i++;
      } else if (isInQuotes) {
        isInQuotes = c != '"';
        value.append(isInQuotes ? String.valueOf(c) : "");
      } else if (c == '"' && value.isEmpty() && !wasQuoted) {
        isInQuotes = true;
        wasQuoted = true;
      } else if (c == delimiter) {
        values.add(wasQuoted ? value.toString() : value.toString().strip());
        value.setLength(0);
        wasQuoted = false;
      } else {
        value.append(c);
      }
    }
    values.add(wasQuoted ? value.toString() : value.toString().strip());
    return values;
  }
}
