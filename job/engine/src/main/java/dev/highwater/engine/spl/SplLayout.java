package dev.highwater.engine.spl;

import dev.highwater.engine.spl.SearchText.Command;
import dev.highwater.engine.spl.SearchText.Comment;
import dev.highwater.engine.spl.SearchText.Part;
import dev.highwater.engine.spl.SearchText.Piece;
import dev.highwater.engine.spl.SearchText.Subsearch;

/**
 * Writes a search one command a line, searches in brackets on lines of their own: white space
 * outside of quotes, macros and comments is one space, names of commands are lower case. The result
 * reads back as an equal {@link SearchText}, and is its own layout.
 */
public final class SplLayout {

  private static final String INDENTATION = "    ";

  private final StringBuilder out = new StringBuilder();

  private SplLayout() {}

  /**
   * The layout of a search, its macros not put in; it ends with a line feed, unless it is empty.
   *
   * @throws SplException as {@link SearchText#of} does
   */
  public static String of(SplSource source) {
    return of(SearchText.of(source));
  }

  /** The same of a search that has been read. */
  public static String of(SearchText search) {
    SplLayout layout = new SplLayout();
    layout.append(search, 0);
    return search.commands().isEmpty() ? "" : layout.out.append('\n').toString();
  }

  /** The layout of a command's arguments. */
  public static String ofArguments(SourceSpan arguments) {
    SplLayout layout = new SplLayout();
    layout.append(new Command(false, SearchTextReader.arguments(arguments)), 0);
    return layout.out.toString();
  }

  private void append(SearchText search, int depth) {
    boolean isFirst = true;
    for (Command command : search.commands()) {
      if (!isFirst) {
        startLine(depth);
      }
      isFirst = false;
      append(command, depth);
    }
  }

  private void startLine(int depth) {
    out.append('\n').append(INDENTATION.repeat(depth));
  }

  private void append(Command command, int depth) {
    out.append(command.isPiped() ? "| " : "");
    boolean isFirst = true;
    for (Part part : command.parts()) {
      boolean isApart = part.isApart() && !isFirst;
      isFirst = false;
      if (part instanceof Subsearch subsearch) {
        if (isApart) {
          startLine(depth + 1);
        }
        out.append("[ ");
        append(subsearch.search(), depth + 1);
        out.append(" ]");
      } else {
        out.append(isApart ? " " : "").append(textOf(part));
      }
    }
  }

  private static String textOf(Part part) {
    return part instanceof Piece piece ? piece.text() : ((Comment) part).text();
  }
}
