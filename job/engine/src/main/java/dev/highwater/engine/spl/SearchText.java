package dev.highwater.engine.spl;

import java.util.List;

/**
 * A search as it was written, macros and comments where they stand: commands between pipes, the
 * words of each, searches in brackets. White space between words is no part of it, so that equal
 * trees are the same search. A macro stands for whole words, and quotes and brackets close inside
 * of it.
 */
public record SearchText(List<Command> commands) {

  public SearchText {
    commands = List.copyOf(commands);
  }

  /**
   * Reads a search.
   *
   * @throws SplException where it is no pipeline of commands, or comments, quotes, brackets or
   *     macros do not end
   */
  public static SearchText of(SplSource source) {
    return new SearchTextReader(source).read();
  }

  /**
   * A command, or comments that stand alone before the first.
   *
   * @param isPiped whether a pipe stands before it
   * @param parts the name first, in lower case, where one is written; then the arguments
   */
  public record Command(boolean isPiped, List<Part> parts) {

    public Command {
      parts = List.copyOf(parts);
    }
  }

  /** What stands between white space, or right behind or before brackets. */
  public sealed interface Part {

    /** Whether white space stands before it. */
    boolean isApart();
  }

  /**
   * A word of any kind.
   *
   * @param text as written; white space in it is in quotes, in a macro, or names a column
   */
  public record Piece(boolean isApart, String text) implements Part {}

  /**
   * A comment, which is white space itself.
   *
   * @param text with the backticks
   */
  public record Comment(String text) implements Part {
    @Override
    public boolean isApart() {
      return true;
    }
  }

  /** A search in brackets. */
  public record Subsearch(boolean isApart, SearchText search) implements Part {}
}
