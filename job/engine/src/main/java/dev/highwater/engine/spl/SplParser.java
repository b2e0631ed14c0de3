package dev.highwater.engine.spl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits SPL text, its macros already expanded, into commands. Pipes in quotes and in brackets
 * belong to the arguments; a backslash takes the meaning from the character behind it. Parentheses
 * are the commands' own affair: a bare regular expression need not balance them.
 */
public final class SplParser {

  private static final int MAX_COMMANDS = 10_000;

  private final SplSource source;
  private final String text;
  private final int end;
  private final List<CommandCall> calls = new ArrayList<>();

  private SplParser(SplSource source, int end) {
    this.source = source;
    this.text = source.text();
    this.end = end;
  }

  /**
   * A whole search. Without a pipe at its beginning the first command is {@code search}, written or
   * not.
   *
   * @throws SplException at the first place that is not SPL
   */
  public static Pipeline parse(SplSource source) {
    SplSource code = SplSources.withoutComments(source);
    return new SplParser(code, code.text().length()).pipeline(0, false);
  }

  /** What stands between brackets: the first command is named, a pipe before it changes nothing. */
  static Pipeline parseSubsearch(SplSource source, int start, int end) {
    return new SplParser(source, end).pipeline(start, true);
  }

  private Pipeline pipeline(int start, boolean isSubsearch) {
    List<Integer> pipes = new PipeFinder(source, start, end).pipes();
    int first = CharacterKinds.skipSpace(text, start, end);
    SourceSpan span = trimmed(first, end);
    if (first == end) {
      return new Pipeline(span, List.of());
    }
    boolean leadingPipe = text.charAt(first) == '|';
    int segment = leadingPipe ? 1 : 0;
    int from = leadingPipe ? first + 1 : first;
    for (; segment <= pipes.size(); segment++) {
      int to = segment < pipes.size() ? pipes.get(segment) : end;
      if (calls.isEmpty() && !leadingPipe && !isSubsearch) {
        calls.add(firstCall(from, to));
      } else {
        calls.add(call(from, to));
      }
      from = to + 1;
    }
    return new Pipeline(span, calls);
  }

  private CommandCall firstCall(int from, int to) {
    int nameEnd = nameEnd(from, to);
    if (text.substring(from, nameEnd).equalsIgnoreCase("search") && !isOperand(nameEnd, to)) {
      return call(from, to);
    }
    SourceSpan span = trimmed(from, to);
    return new CommandCall(span, "search", new SourceSpan(source, from, from), span);
  }

  /** Whether the word that ends here is compared, as the field {@code search} may be. */
  private boolean isOperand(int wordEnd, int to) {
    int next = CharacterKinds.skipSpace(text, wordEnd, to);
    return next < to && "=<>!".indexOf(text.charAt(next)) >= 0;
  }

  private CommandCall call(int from, int to) {
    int start = CharacterKinds.skipSpace(text, from, to);
    if (start == to) {
      throw new SplException(emptyCommand(from, to));
    }
    int nameEnd = nameEnd(start, to);
    if (nameEnd == start) {
      SourceSpan found = new SourceSpan(source, start, start + 1);
      throw new SplException(
          Diagnostic.error(found, "expected a command name, not '" + found.text() + "'")
              .withHint("Write '| search ...' to filter with a search expression"));
    }
    if (calls.size() == MAX_COMMANDS) {
      SourceSpan found = new SourceSpan(source, start, nameEnd);
      throw new SplException(
          Diagnostic.error(found, "the search has more than " + MAX_COMMANDS + " commands"));
    }
    SourceSpan name = new SourceSpan(source, start, nameEnd);
    return new CommandCall(
        trimmed(start, to), name.text().toLowerCase(Locale.ROOT), name, arguments(nameEnd, to));
  }

  /** None are at the end of the name, not behind the white space that follows. */
  private SourceSpan arguments(int nameEnd, int to) {
    int start = CharacterKinds.skipSpace(text, nameEnd, to);
    return start == to ? new SourceSpan(source, nameEnd, nameEnd) : trimmed(start, to);
  }

  private Diagnostic emptyCommand(int from, int to) {
    int pipe = Math.max(0, from - 1);
    boolean isLast = to == end;
    SourceSpan place = new SourceSpan(source, isLast ? pipe : to, isLast ? pipe + 1 : to + 1);
    return Diagnostic.error(
        place, "there is no command " + (isLast ? "behind" : "before") + " this pipe");
  }

  /** A name in backticks is a macro that nobody expanded. */
  private int nameEnd(int start, int to) {
    int at = start;
    if (text.charAt(at) == '`') {
      return Math.min(to, Quotes.skip(text, at, to));
    }
    while (at < to && CharacterKinds.isNamePart(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private SourceSpan trimmed(int from, int to) {
    int last = to;
    while (last > from && CharacterKinds.isSpace(text.charAt(last - 1))) {
      last--;
    }
    return new SourceSpan(source, from, last);
  }
}
