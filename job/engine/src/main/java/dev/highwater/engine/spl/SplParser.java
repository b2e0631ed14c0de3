package dev.highwater.engine.spl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
  private final Set<String> commands;
  private final List<CommandCall> calls = new ArrayList<>();

  private SplParser(SplSource source, int end, Set<String> commands) {
    this.source = source;
    this.text = source.text();
    this.end = end;
    this.commands = commands;
  }

  /**
   * A whole search. Without a pipe at its beginning the first command is {@code search}, written or
   * not.
   *
   * @throws SplException at the first place that is not SPL
   */
  public static Pipeline parse(SplSource source) {
    return parse(source, Set.of());
  }

  /**
   * A search over rows that are there already. Without a pipe at its beginning the first word is
   * one of the commands, else the first command is {@code search}, written or not.
   *
   * @param commands names in lower case
   * @throws SplException at the first place that is not SPL
   */
  public static Pipeline parse(SplSource source, Set<String> commands) {
    SplSource code = SplSources.withoutComments(source);
    return new SplParser(code, code.text().length(), commands).pipeline(0, false);
  }

  /** What stands between brackets: the first command is named, a pipe before it changes nothing. */
  static Pipeline parseSubsearch(SplSource source, int start, int end) {
    return new SplParser(source, end, Set.of()).pipeline(start, true);
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
    String name = text.substring(from, nameEnd).toLowerCase(Locale.ROOT);
    if ((name.equals("search") || commands.contains(name)) && !isOperand(nameEnd, to)) {
      return call(from, to);
    }
    SourceSpan span = trimmed(from, to);
    return new CommandCall(span, "search", new SourceSpan(source, from, from), span);
  }

  /** Whether the word that ends here is compared: a field that has the name of a command. */
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

  /** A name in backticks is a macro that nobody expanded; one backtick alone is none. */
  private int nameEnd(int start, int to) {
    int at = start;
    if (text.charAt(at) == '`') {
      return Math.max(at, Quotes.closing(text, at, to) + 1);
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
