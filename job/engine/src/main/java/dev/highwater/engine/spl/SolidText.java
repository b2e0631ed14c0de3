package dev.highwater.engine.spl;

import java.util.Locale;
import java.util.Set;

/** What belongs together in a command, white space in it and all. */
final class SolidText {

  /** Commands of expressions: white space says nothing in the parentheses of their functions. */
  private static final Set<String> OF_EXPRESSIONS = Set.of("eval", "fieldformat", "head", "where");

  /** Words that belong to no name, though a parenthesis stands right behind them. */
  private static final Set<String> KEYWORDS =
      Set.of("", "AND", "BY", "IN", "NOT", "OR", "WHERE", "XOR");

  private final SourceSpan command;
  private final String name;
  private final String code;
  private final int from;
  private final int to;

  /**
   * @param command of a text whose comments are blank and whose macros are letters
   * @param name of the command, empty where it is not known
   */
  SolidText(SourceSpan command, String name) {
    this.command = command;
    this.name = name;
    this.code = command.source().text();
    this.from = command.start();
    this.to = command.end();
  }

  /** Behind the character, or behind what it begins whose white space says something. */
  int behind(int at) {
    return switch (code.charAt(at)) {
      case '\\' -> at + 1 < to && !CharacterKinds.isSpace(code.charAt(at + 1)) ? at + 2 : at + 1;
      case '"' -> Math.max(at, Quotes.closing(code, at, to)) + 1;
      case '\'' -> name.equals("search") ? at + 1 : behindApostrophe(at);
      case '(' ->
          code.startsWith("(?", at) || isPartOfName(at) ? behindParenthesis(at, at + 1) : at + 1;
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

  /** Whether parentheses go on a name, {@code values(a b)} (S-1042), or a {@code TERM}. */
  private boolean isPartOfName(int open) {
    int start = open;
    while (start > from && CharacterKinds.isNamePart(code.charAt(start - 1))) {
      start--;
    }
    String before = code.substring(start, open);
    if (name.equals("search")) {
      return before.equals("TERM") || before.equals("CASE");
    }
    boolean isBehindOther = before.isEmpty() && start > from && code.charAt(start - 1) == ')';
    return !OF_EXPRESSIONS.contains(name)
        && (isBehindOther || !KEYWORDS.contains(before.toUpperCase(Locale.ROOT)));
  }

  private int behindParenthesis(int open, int otherwise) {
    int behind = new SplCursor(command).behindParenthesis(open);
    return behind < 0 ? otherwise : behind;
  }
}
