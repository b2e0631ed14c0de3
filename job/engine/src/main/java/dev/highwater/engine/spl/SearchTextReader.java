package dev.highwater.engine.spl;

import dev.highwater.engine.spl.SearchText.Command;
import dev.highwater.engine.spl.SearchText.Part;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@link SearchText}. */
final class SearchTextReader {

  private final String text;
  private final SplSource masked;
  private final String code;

  SearchTextReader(SplSource source) {
    this.text = source.text();
    this.masked = MaskedText.of(source);
    this.code = masked.text();
  }

  /** The parts of a stretch of one command behind its name. */
  static List<Part> arguments(SourceSpan span) {
    SearchTextReader reader = new SearchTextReader(span.source());
    return new CommandWords(reader, span.start(), span.end(), null).read();
  }

  /** The search as written. */
  String text() {
    return text;
  }

  /** The same with blanks for comments and letters for macros. */
  SplSource masked() {
    return masked;
  }

  SearchText read() {
    return search(SplParser.parse(masked), 0, code.length());
  }

  private SearchText search(Pipeline pipeline, int start, int end) {
    List<Integer> borders = new ArrayList<>(new PipeFinder(masked, start, end).pipes());
    borders.add(end);
    Iterator<CommandCall> calls = pipeline.calls().iterator();
    List<Command> commands = new ArrayList<>();
    int from = start;
    for (int border : borders) {
      boolean isBlank = CharacterKinds.skipSpace(code, from, border) == border;
      List<Part> parts = new CommandWords(this, from, border, isBlank ? null : calls.next()).read();
      if (!parts.isEmpty()) {
        commands.add(new Command(from > start, parts));
      }
      from = border + 1;
    }
    return new SearchText(commands);
  }

  /** Behind the search in brackets that begins at an offset; -1 where none does. */
  int behindSubsearch(int open, int from, int to) {
    if (code.charAt(open) != '[') {
      return -1;
    }
    int close = closingBracket(open, to);
    boolean isApart = open == from || isAround(code.charAt(open - 1), "(,]");
    boolean isLast = close + 1 >= to || isAround(code.charAt(close + 1), "(),[");
    return close < to && isApart && isLast ? close + 1 : -1;
  }

  private static boolean isAround(char c, String others) {
    return CharacterKinds.isSpace(c) || others.indexOf(c) >= 0;
  }

  private int closingBracket(int open, int to) {
    try {
      return new PipeFinder(masked, open, to).closingBracket();
    } catch (SplException e) {
      return to; // a quote that is none of the search's own
    }
  }

  /** The search between brackets, {@code null} where it is something else: {@code [a-z]}. */
  @Nullable SearchText subsearch(int open, int close) {
    try {
      Pipeline pipeline = SplParser.parseSubsearch(masked, open + 1, close);
      return isNamed(pipeline, open, close) ? search(pipeline, open + 1, close) : null;
    } catch (SplException e) {
      return null;
    }
  }

  private boolean isNamed(Pipeline pipeline, int open, int close) {
    if (pipeline.calls().isEmpty()) {
      return false;
    }
    SourceSpan name = pipeline.calls().get(0).nameSpan();
    boolean isWhole = name.end() < close && isAround(code.charAt(name.end()), "|");
    boolean isPiped = code.charAt(CharacterKinds.skipSpace(code, open + 1, close)) == '|';
    return isWhole || isPiped || text.charAt(name.start()) == '`';
  }
}
