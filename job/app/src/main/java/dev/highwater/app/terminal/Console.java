package dev.highwater.app.terminal;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes.
 *
 * @param out results, for people or for the next program of a pipe
 * @param err messages and progress
 * @param columns the terminal's width in characters; tables are cut to it, unless it is {@link
 *     #UNLIMITED}
 * @param interactive whether somebody watches {@code err}, so that a progress bar makes sense
 */
public record Console(PrintWriter out, PrintWriter err, int columns, boolean interactive) {
  /** The width where no terminal limits it: a pipe or a file gets whole lines. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  public Console {
    if (columns < 1) {
      throw new IllegalArgumentException("Invalid columns: " + columns + " (must be >= 1)");
    }
  }

  /**
   * The console of this process. The launcher tells in {@code HIGHWATER_COLUMNS} how wide the
   * terminal of standard output is, and in {@code HIGHWATER_PROGRESS=1} that standard error is one;
   * a JVM cannot ask for either.
   */
  public static Console ofProcess() {
    return new Console(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        columns(System.getenv().getOrDefault("HIGHWATER_COLUMNS", "")),
        System.getenv().getOrDefault("HIGHWATER_PROGRESS", "").equals("1"));
  }

  private static int columns(String text) {
    boolean number = text.matches("[1-9][0-9]{0,5}");
    return number ? Integer.parseInt(text) : UNLIMITED;
  }

  /** The same console with nobody to watch progress. */
  public Console withoutProgress() {
    return new Console(out, err, columns, false);
  }
}
