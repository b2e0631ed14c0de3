package dev.highwater.engine.command;

import java.util.ArrayList;
import java.util.List;

/** Text in CSV: values separated by commas, in quotes where they hold commas or line ends. */
final class CsvText {

  private final String text;
  private final List<List<String>> records = new ArrayList<>();
  private List<String> record = new ArrayList<>();
  private int at;

  private CsvText(String text) {
    this.text = text;
  }

  /** The records, blank lines left out. */
  static List<List<String>> records(String text) {
    return new CsvText(text).read();
  }

  private List<List<String>> read() {
    while (at < text.length()) {
      record.add(value());
      boolean isLast = at == text.length() || text.charAt(at) != ',';
      at++;
      if (isLast) {
        end();
      }
    }
    return records;
  }

  private void end() {
    if (record.size() > 1 || !record.get(0).isBlank()) {
      records.add(record);
    }
    record = new ArrayList<>();
  }

  /** Up to a comma, a line end or the end, which are left. */
  private String value() {
    StringBuilder out = new StringBuilder();
    boolean inQuotes = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' && inQuotes && at + 1 < text.length() && text.charAt(at + 1) == '"') {
        out.append('"');
        at++;
      } else if (c == '"') {
        inQuotes = !inQuotes;
      } else if (!inQuotes && (c == ',' || c == '\n')) {
        break;
      } else if (inQuotes || c != '\r') {
        out.append(c);
      }
      at++;
    }
    return out.toString();
  }
}
