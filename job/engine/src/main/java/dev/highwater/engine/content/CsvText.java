package dev.highwater.engine.content;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV as RFC 4180 has it: records end with a line feed, a carriage return or both; what is in
 * quotes may hold them, commas and doubled quotes. A byte order mark and empty lines say nothing.
 */
final class CsvText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private int at;

  CsvText(String text) {
    this.text = text;
    this.at = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
  }

  /** The cells of the next record; empty when there is none. */
  List<String> next() {
    while (at < text.length() && isLineEnd(text.charAt(at))) {
      at++;
    }
    List<String> cells = new ArrayList<>();
    if (at == text.length()) {
      return cells;
    }
    cells.add(cell());
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      cells.add(cell());
    }
    return cells;
  }

  /** Reads up to a comma, the end of the line or the end of the text, which is not read. */
  private String cell() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '"' && !endsCell(text.charAt(at))) {
      at++;
    }
    if (at == text.length() || text.charAt(at) != '"') {
      return text.substring(start, at);
    }
    StringBuilder cell = new StringBuilder().append(text, start, at);
    while (at < text.length() && !endsCell(text.charAt(at))) {
      if (text.charAt(at) == '"') {
        quoted(cell);
      } else {
        cell.append(text.charAt(at++));
      }
    }
    return cell.toString();
  }

  private void quoted(StringBuilder cell) {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append(c);
        at++;
      } else {
        return;
      }
    }
  }

  private static boolean endsCell(char c) {
    return c == ',' || isLineEnd(c);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
