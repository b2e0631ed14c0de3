package dev.highwater.engine.spl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a search one command a line: white space outside of quotes, macros and comments is one
 * space, names of commands are lower case. The result means the same, and is its own layout.
 */
public final class SplLayout {

  private static final String COMMENT = "```";

  private final String text;
  private final String code;
  private final StringBuilder out = new StringBuilder();

  private SplLayout(String text, String code) {
    this.text = text;
    this.code = code;
  }

  /**
   * The layout of a search, its macros not put in; it ends with a line feed, unless it is empty.
   *
   * @throws SplException where quotes, brackets or comments do not end
   */
  public static String of(SplSource source) {
    SplSource code = SplSources.withoutComments(source);
    List<Integer> pipes = new PipeFinder(code, 0, code.text().length()).pipes();
    SplLayout layout = new SplLayout(source.text(), code.text());
    layout.write(pipes);
    return layout.out.toString();
  }

  private void write(List<Integer> pipes) {
    List<Integer> borders = new ArrayList<>(pipes);
    borders.add(text.length());
    int from = 0;
    boolean isBehindPipe = false;
    for (int border : borders) {
      String command = spaced(from, border);
      if (isBehindPipe) {
        out.append("| ").append(withLowerCaseName(command)).append('\n');
      } else if (!command.isEmpty()) {
        out.append(command).append('\n');
      }
      from = border + 1;
      isBehindPipe = true;
    }
  }

  private static String withLowerCaseName(String command) {
    int end = 0;
    while (end < command.length() && CharacterKinds.isNamePart(command.charAt(end))) {
      end++;
    }
    return command.substring(0, end).toLowerCase(Locale.ROOT) + command.substring(end);
  }

  /** The text from one offset to another, trimmed, each run of white space one space. */
  private String spaced(int from, int to) {
    StringBuilder line = new StringBuilder();
    boolean isSpace = false;
    for (int at = from; at < to; ) {
      int end = Math.min(to, behind(at, to));
      if (end == at + 1 && CharacterKinds.isSpace(text.charAt(at))) {
        isSpace = true;
      } else {
        if (isSpace && line.length() > 0) {
          line.append(' ');
        }
        isSpace = false;
        line.append(text, at, end);
      }
      at = end;
    }
    return line.toString();
  }

  /** Behind the character, or behind the quoted text, macro or comment that it begins. */
  private int behind(int at, int to) {
    char c = text.charAt(at);
    if (text.startsWith(COMMENT, at) && code.charAt(at) != '`') {
      int close = text.indexOf(COMMENT, at + COMMENT.length());
      return close < 0 ? to : close + COMMENT.length();
    }
    if (c == '\\') {
      return at + 2;
    }
    if (c == '"' || c == '\'' || c == '`') {
      int close = Quotes.closing(text, at, to);
      return close < 0 ? at + 1 : close + 1;
    }
    return at + 1;
  }
}
