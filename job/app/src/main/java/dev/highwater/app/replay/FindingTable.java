package dev.highwater.app.replay;

import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The findings of a file as tables for people, one for each detection. */
final class FindingTable {

  /** Findings shown; the rest is in the file. */
  private static final int MOST = 50;

  private static final int LONGEST_VALUE = 48;

  private final Map<String, List<FindingLine>> byDetection = new LinkedHashMap<>();
  private long count;

  private FindingTable() {}

  /** Prints the first findings of the file, and how many more there are. */
  static void print(Path findings, Console console) throws IOException {
    FindingTable table = new FindingTable();
    try (BufferedReader lines = Files.newBufferedReader(findings)) {
      String line = lines.readLine();
      while (line != null) {
        table.add(line);
        line = lines.readLine();
      }
    }
    table.byDetection.forEach((detection, shown) -> print(detection, shown, console));
    if (table.count > MOST) {
      console.out().println("... and " + (table.count - MOST) + " more in " + findings);
      console.out().println();
    }
  }

  private void add(String line) throws IOException {
    if (count++ < MOST) {
      FindingLine finding = FindingLine.parse(line);
      byDetection.computeIfAbsent(finding.detection(), name -> new ArrayList<>()).add(finding);
    }
  }

  private static void print(String detection, List<FindingLine> findings, Console console) {
    Set<String> fields = new LinkedHashSet<>();
    findings.forEach(finding -> fields.addAll(finding.row().keySet()));
    List<String> titles = new ArrayList<>(List.of("SCHEDULED"));
    titles.addAll(fields);
    Table table = Table.of(titles.toArray(new String[0]));
    for (FindingLine finding : findings) {
      List<Object> cells = new ArrayList<>(List.of(finding.scheduled()));
      fields.forEach(field -> cells.add(shown(finding.row().getOrDefault(field, ""))));
      table.row(cells.toArray());
    }
    console.out().println(detection);
    table.print(console);
    console.out().println();
  }

  private static String shown(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 3) + "...";
  }
}
