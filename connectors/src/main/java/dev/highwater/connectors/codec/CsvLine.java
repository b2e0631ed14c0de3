package dev.highwater.connectors.codec;

import java.util.List;
import java.util.stream.Collectors;

/** Records of CSV. */
public final class CsvLine {

  private CsvLine() {}

  /** The cells with commas between them and a line feed; quotes only where they are needed. */
  public static String of(List<String> cells) {
    return cells.stream().map(CsvLine::quoted).collect(Collectors.joining(",")) + "\n";
  }

  private static String quoted(String cell) {
    boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain && cell.equals(cell.strip()) ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
