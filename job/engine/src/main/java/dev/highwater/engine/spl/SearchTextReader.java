package dev.highwater.engine.spl;

import dev.highwater.engine.spl.SearchText.Command;
import dev.highwater.engine.spl.SearchText.Comment;
import dev.highwater.engine.spl.SearchText.Part;
import dev.highwater.engine.spl.SearchText.Piece;
import dev.highwater.engine.spl.SearchText.Subsearch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@link SearchText}. */
final class SearchTextReader {

  private static final String COMMENT = "```";

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
    return reader.new Words(span.start(), span.end(), null).read();
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
      List<Part> parts = new Words(from, border, isBlank ? null : calls.next()).read();
      if (!parts.isEmpty()) {
        commands.add(new Command(from > start, parts));
      }
      from = border + 1;
    }
    return new SearchText(commands);
  }

  /** Behind the search in brackets that begins at an offset; -1 where none does. */
  private int behindSubsearch(int open, int from, int to) {
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
  private @Nullable SearchText subsearch(int open, int close) {
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

  /** The parts of one command. */
  private final class Words {
    private final int from;
    private final int to;
    private final @Nullable CommandCall call;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean isWordApart;
    private boolean isSpaceBefore = true;

    /**
     * @param call {@code null} where there are only comments
     */
    Words(int from, int to, @Nullable CommandCall call) {
      this.from = from;
      this.to = to;
      this.call = call;
    }

    List<Part> read() {
      int at = from;
      while (at < to) {
        at = CharacterKinds.isSpace(code.charAt(at)) ? space(at) : solid(at);
      }
      finishWord();
      return parts;
    }

    private void finishWord() {
      if (word.length() > 0) {
        parts.add(new Piece(isWordApart, word.toString()));
        word.setLength(0);
      }
    }

    private int space(int at) {
      finishWord();
      isSpaceBefore = true;
      if (!text.startsWith(COMMENT, at)) {
        return at + 1;
      }
      int end = text.indexOf(COMMENT, at + COMMENT.length()) + COMMENT.length();
      parts.add(new Comment(text.substring(at, end)));
      return end;
    }

    private int solid(int at) {
      int behind = code.charAt(at) == '[' ? behindSubsearch(at, from, to) : -1;
      SearchText search = behind < 0 ? null : subsearch(at, behind - 1);
      if (search != null) {
        finishWord();
        parts.add(new Subsearch(isSpaceBefore, search));
        isSpaceBefore = false;
        return behind;
      }
      isWordApart = word.length() > 0 ? isWordApart : isSpaceBefore;
      isSpaceBefore = false;
      if (call != null && at == call.nameSpan().start() && at < call.nameSpan().end()) {
        boolean isMacro = text.charAt(at) == '`';
        word.append(isMacro ? text.substring(at, call.nameSpan().end()) : call.name());
        return call.nameSpan().end();
      }
      int end = behind(at);
      word.append(text, at, end);
      return end;
    }

    /** Behind the character, or behind what it begins whose white space says something. */
    private int behind(int at) {
      return switch (code.charAt(at)) {
        case '\\' -> at + 1 < to && !CharacterKinds.isSpace(code.charAt(at + 1)) ? at + 2 : at + 1;
        case '"', '`' -> Math.max(at, Quotes.closing(code, at, to)) + 1;
        case '\'' -> behindApostrophe(at);
        case '(' -> code.startsWith("(?", at) ? behindParenthesis(at, at + 1) : at + 1;
        case 'e', 'E' -> behindEval(at);
        default -> at + 1;
      };
    }

    /**
     * A name in quotes; an apostrophe where brackets do not close inside of them. The rest of the
     * command where a double quote between them may be one of theirs or begin a text.
     */
    private int behindApostrophe(int at) {
      int close = Quotes.closing(code, at, to);
      int depth = 0;
      for (int i = at; i < close && depth >= 0; i++) {
        depth += code.charAt(i) == '[' ? 1 : code.charAt(i) == ']' ? -1 : 0;
      }
      if (close < 0 || depth != 0) {
        return at + 1;
      }
      return areQuotesWhole(at + 1, close) ? close + 1 : endOfCommand();
    }

    private boolean areQuotesWhole(int from, int end) {
      int at = from;
      while (at < end) {
        char c = code.charAt(at);
        at = c == '"' ? Quotes.skip(code, at, to) : c == '\\' ? at + 2 : at + 1;
      }
      return at == end;
    }

    private int endOfCommand() {
      int end = to;
      while (CharacterKinds.isSpace(code.charAt(end - 1))) {
        end--;
      }
      return end;
    }

    /** An aggregate's expression is the name of its column, as it is written (S-205). */
    private int behindEval(int at) {
      boolean isWord =
          code.regionMatches(true, at, "eval", 0, 4)
              && !(at > from && CharacterKinds.isNamePart(code.charAt(at - 1)));
      int open = isWord ? CharacterKinds.skipSpace(code, at + 4, to) : to;
      return open < to && code.charAt(open) == '(' ? behindParenthesis(open, at + 1) : at + 1;
    }

    private int behindParenthesis(int open, int otherwise) {
      int behind = new SplCursor(new SourceSpan(masked, from, to)).behindParenthesis(open);
      return behind < 0 ? otherwise : behind;
    }
  }
}
