package dev.highwater.app.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;

/** The findings of a file as a table for people. */
final class FindingTable {

  /** Findings shown; the rest is in the file. */
  private static final int MOST = 50;

  private static final int LONGEST_VALUE = 120;

  private static final JsonFactory JSON = new JsonFactory();

  private FindingTable() {}

  /** Prints the first findings of the file, and how many more there are. */
  static void print(Path findings, Console console) throws IOException {
    Table table = Table.of("SCHEDULED", "DETECTION", "ROW");
    int count = 0;
    try (BufferedReader lines = Files.newBufferedReader(findings)) {
      String line = lines.readLine();
      while (line != null) {
        if (count++ < MOST) {
          addRow(table, line);
        }
        line = lines.readLine();
      }
    }
    if (table.isEmpty()) {
      return;
    }
    table.print(console);
    if (count > MOST) {
      console.out().println("... and " + (count - MOST) + " more in " + findings);
    }
    console.out().println();
  }

  private static void addRow(Table table, String line) throws IOException {
    String scheduled = "";
    String detection = "";
    String row = "";
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "scheduled_time" -> scheduled = parser.getText();
          case "detection" -> detection = parser.getText();
          case "row" -> row = row(parser);
          default -> parser.skipChildren();
        }
      }
    }
    table.row(scheduled, detection, row);
  }

  private static String row(JsonParser parser) throws IOException {
    StringJoiner row = new StringJoiner("  ");
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      row.add(
          name + "=" + (value == JsonToken.START_ARRAY ? list(parser) : shown(parser.getText())));
    }
    return row.toString();
  }

  private static String list(JsonParser parser) throws IOException {
    StringJoiner values = new StringJoiner(",", "[", "]");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(shown(parser.getText()));
    }
    return values.toString();
  }

  private static String shown(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
  }
}
