package dev.highwater.app.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * A plain text table: a head line, a rule, and a line for each row.
 *
 * <p>Every cell is on one line and free of control characters. Where the table is wider than the
 * terminal, its widest columns are cut first; numbers stand at the right of their column.
 */
public final class Table {
  private static final String GAP = "  ";
  private static final int NARROWEST_COLUMNS = 8;

  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  private Table(List<String> head) {
    this.head = head;
  }

  /** A table with these column titles and no rows. */
  public static Table of(String... titles) {
    if (titles.length == 0) {
      throw new IllegalArgumentException("Invalid table: no columns (must be >= 1)");
    }
    return new Table(List.of(titles));
  }

  /** Adds a row; it has a cell for each column, a missing value is the empty text. */
  public Table row(Object... cells) {
    if (cells.length != head.size()) {
      throw new IllegalArgumentException(
          "Invalid row: " + cells.length + " cells (must be " + head.size() + ")");
    }
    List<String> row = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      row.add(DisplayWidth.printable(cell.toString()));
    }
    rows.add(row);
    return this;
  }

  /** Whether no row was added. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * The lines of the table, without line ends or trailing blanks.
   *
   * @param columns the width of the terminal, in characters
   */
  public List<String> lines(int columns) {
    int[] widths = widths(columns);
    List<String> lines = new ArrayList<>(rows.size() + 2);
    lines.add(line(head, widths, false));
    lines.add(rule(widths));
    rows.forEach(row -> lines.add(line(row, widths, true)));
    return lines;
  }

  /** Prints the table's lines to the console's {@code out}, cut to its width. */
  public void print(Console console) {
    lines(console.columns()).forEach(console.out()::println);
    console.out().flush();
  }

  private int[] widths(int columns) {
    int[] widths = new int[head.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = DisplayWidth.of(head.get(column));
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], DisplayWidth.of(row.get(column)));
      }
    }
    long excess = totalWidth(widths) - columns;
    while (excess > 0 && narrowWidest(widths)) {
      excess--;
    }
    return widths;
  }

  private static long totalWidth(int[] widths) {
    long total = (long) GAP.length() * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    return total;
  }

  private static boolean narrowWidest(int[] widths) {
    int widest = 0;
    for (int column = 1; column < widths.length; column++) {
      if (widths[column] > widths[widest]) {
        widest = column;
      }
    }
    if (widths[widest] <= NARROWEST_COLUMNS) {
      return false;
    }
    widths[widest]--;
    return true;
  }

  private String line(List<String> cells, int[] widths, boolean body) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = DisplayWidth.cut(cells.get(column), widths[column]);
      String padding = " ".repeat(widths[column] - DisplayWidth.of(cell));
      boolean right = isNumeric(column) && (body || !rows.isEmpty());
      line.append(column == 0 ? "" : GAP).append(right ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> row.get(column).matches("-?[0-9][0-9.,]*%?|"));
  }

  private static String rule(int[] widths) {
    List<String> rules = new ArrayList<>(widths.length);
    for (int width : widths) {
      rules.add("-".repeat(width));
    }
    return String.join(GAP, rules);
  }
}
