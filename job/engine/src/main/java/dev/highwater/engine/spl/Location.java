package dev.highwater.engine.spl;

import java.util.List;

/**
 * A place that a person can go to.
 *
 * @param file name of the file, or of the input where there is none, such as {@code <search>}
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param lineText the line, without its end
 * @param expansions innermost first: the macros through which the text came here, empty outside of
 *     macros
 */
public record Location(
    String file, int line, int column, String lineText, List<Expansion> expansions) {

  public Location {
    expansions = List.copyOf(expansions);
  }

  /**
   * One step of macro expansion.
   *
   * @param macro name of the macro, with its number of arguments where it has some: {@code name(1)}
   * @param usedIn where the macro was written
   */
  public record Expansion(String macro, Location usedIn) {}

  /** This place, or where the outermost macro is used that the text came through. */
  public Location outermost() {
    return expansions.isEmpty() ? this : expansions.get(expansions.size() - 1).usedIn();
  }

  /** {@code file:line:column}. */
  public String display() {
    return file + ":" + line + ":" + column;
  }
}
