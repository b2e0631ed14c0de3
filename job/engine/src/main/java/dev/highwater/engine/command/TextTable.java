package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in a text: columns separated by white space under a line of names. Rule S-984.
 *
 * @param headerLine the line of names, counted from 1 without blank lines; 0 to look for it
 * @param hasNoHeader whether all lines are rows, of columns {@code Column_1} and so on
 * @param fields the columns that count; all when empty
 * @param filter texts of which a line must hold one; any line when empty
 */
record TextTable(int headerLine, boolean hasNoHeader, List<String> fields, List<String> filter) {

  TextTable {
    fields = List.copyOf(fields);
    filter = List.copyOf(filter);
  }

  TextTable withHeader(int line, boolean isMissing) {
    return new TextTable(line, isMissing, fields, filter);
  }

  TextTable withFields(List<String> names) {
    return new TextTable(headerLine, hasNoHeader, names, filter);
  }

  TextTable withFilter(List<String> texts) {
    return new TextTable(headerLine, hasNoHeader, fields, texts);
  }

  /** The rows of the table with their lines as {@code _raw}; empty when there is no table. */
  List<Row> rows(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    int header = hasNoHeader ? -1 : header(lines);
    if (lines.isEmpty() || header >= lines.size()) {
      return List.of();
    }
    List<String> names = hasNoHeader ? List.of() : names(lines.get(header));
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(header + 1, lines.size())) {
      if (filter.isEmpty() || filter.stream().anyMatch(line::contains)) {
        rows.add(row(line, names));
      }
    }
    return rows;
  }

  /** The first line of capitalized words, else the first of several words. */
  private int header(List<String> lines) {
    if (headerLine > 0) {
      return headerLine - 1;
    }
    int found = -1;
    for (int i = 0; i < lines.size(); i++) {
      List<String> words = words(lines.get(i), 0);
      boolean isTable = words.size() > 1;
      if (isTable && words.stream().allMatch(word -> Character.isUpperCase(word.charAt(0)))) {
        return i;
      }
      found = found < 0 && isTable ? i : found;
    }
    return found < 0 ? lines.size() : found;
  }

  private static List<String> names(String line) {
    return words(line, 0).stream().map(word -> word.replaceAll("[^A-Za-z0-9_]", "_")).toList();
  }

  private static List<String> words(String line, int limit) {
    return List.of(line.strip().split("\\s+", limit));
  }

  private Row row(String line, List<String> names) {
    Row row = new Row().set("_raw", FieldValue.of(line));
    List<String> values = words(line, names.size());
    for (int i = 0; i < values.size(); i++) {
      String name = names.isEmpty() ? "Column_" + (i + 1) : names.get(i);
      if (fields.isEmpty() || fields.contains(name)) {
        row.set(name, FieldValue.of(values.get(i)));
      }
    }
    return row;
  }

  /** The options, as SPL. */
  String describe() {
    return (headerLine == 0 ? "" : " forceheader=" + headerLine)
        + (hasNoHeader ? " noheader=true" : "")
        + (fields.isEmpty() ? "" : " fields " + Written.words(fields))
        + (filter.isEmpty() ? "" : " filter " + Written.words(filter));
  }
}
