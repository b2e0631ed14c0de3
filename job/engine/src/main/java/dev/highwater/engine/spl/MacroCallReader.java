package dev.highwater.engine.spl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code `name`} and {@code `name(argument, ...)`}. */
public final class MacroCallReader {

  private final SplSource source;
  private final String text;

  public MacroCallReader(SplSource source) {
    this.source = source;
    this.text = source.text();
  }

  /**
   * The first call at or behind {@code from} that stands outside of quotes or fills a pair of them
   * (S-025, S-930); null where there is none.
   *
   * @throws SplException at a call whose arguments do not end
   */
  public @Nullable MacroCall next(int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      MacroCall call = c == '`' ? read(at, true) : c == '"' ? inQuotes(at) : null;
      if (call != null) {
        return call;
      }
      at = c == '\\' ? at + 2 : c == '"' ? behindQuotes(at) : at + 1;
    }
    return null;
  }

  private @Nullable MacroCall inQuotes(int open) {
    int start = open + 1;
    if (!text.startsWith("`", start) || behindQuotes(open) == start) {
      return null;
    }
    MacroCall call = read(start, false);
    boolean fills = call != null && text.startsWith("\"", call.span().end());
    return call == null || !fills
        ? null
        : new MacroCall(call.span(), call.name(), call.arguments(), true);
  }

  /** Behind the quote that closes the one at an offset; behind that one where none does. */
  private int behindQuotes(int open) {
    int close = Quotes.closing(text, open, text.length());
    return close < 0 ? open + 1 : close + 1;
  }

  /**
   * The call whose first backtick is at {@code start}; null where the backtick begins none.
   *
   * @param mustEnd whether a call with arguments has to be closed by a backtick
   */
  private @Nullable MacroCall read(int start, boolean mustEnd) {
    int nameStart = skipSpace(start + 1);
    int nameEnd = nameStart;
    while (nameEnd < text.length() && isNamePart(text.charAt(nameEnd))) {
      nameEnd++;
    }
    if (nameEnd == nameStart) {
      return null;
    }
    List<SourceSpan> arguments = new ArrayList<>();
    int at = skipSpace(nameEnd);
    if (at < text.length() && text.charAt(at) == '(') {
      at = skipSpace(readArguments(at, arguments));
    }
    if (at >= text.length() || text.charAt(at) != '`') {
      return mustEnd ? withoutEnd(start, nameEnd, arguments) : null;
    }
    return new MacroCall(
        new SourceSpan(source, start, at + 1),
        text.substring(nameStart, nameEnd),
        arguments,
        false);
  }

  /** A backtick before a mere word is only a backtick; a call with arguments must end. */
  private @Nullable MacroCall withoutEnd(int start, int nameEnd, List<SourceSpan> arguments) {
    if (arguments.isEmpty()) {
      return null;
    }
    SourceSpan place = new SourceSpan(source, start, nameEnd);
    throw new SplException(
        Diagnostic.error(place, "this macro is not closed by ')' and a backtick"));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || "_-.:".indexOf(c) >= 0;
  }

  /** Reads from a parenthesis to behind the one that closes it, or the end of the text. */
  private int readArguments(int open, List<SourceSpan> arguments) {
    int argumentStart = open + 1;
    int depth = 1;
    int at = open + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      }
      if (depth == 0 || (c == ',' && depth == 1)) {
        addArgument(argumentStart, at, depth == 0, arguments);
        argumentStart = at + 1;
      }
      at = next(at, c);
      if (depth == 0) {
        return at;
      }
    }
    arguments.add(new SourceSpan(source, argumentStart, argumentStart));
    return at;
  }

  /** Behind the character at an offset, or behind what it begins: a quote, a nested macro. */
  private int next(int at, char c) {
    if (c == '\\') {
      return Math.min(at + 2, text.length());
    }
    if (c == '"') {
      return behindQuote(at);
    }
    int close = c == '`' ? text.indexOf('`', at + 1) : -1;
    return close < 0 ? at + 1 : close + 1;
  }

  private int behindQuote(int open) {
    for (int at = open + 1; at < text.length(); at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.charAt(at) == '"') {
        return at + 1;
      }
    }
    return text.length();
  }

  private void addArgument(int from, int to, boolean isLast, List<SourceSpan> arguments) {
    SourceSpan trimmed = trimmed(from, to);
    if (isLast && arguments.isEmpty() && trimmed.start() == trimmed.end()) {
      return;
    }
    arguments.add(unquoted(trimmed));
  }

  private SourceSpan trimmed(int from, int to) {
    int start = Math.min(skipSpace(from), to);
    int end = to;
    while (end > start && CharacterKinds.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return new SourceSpan(source, start, end);
  }

  /** Without the quotes, if there is one pair and it is around the whole. */
  SourceSpan unquoted(SourceSpan span) {
    boolean isQuoted =
        span.end() - span.start() >= 2
            && text.charAt(span.start()) == '"'
            && behindQuote(span.start()) == span.end();
    return isQuoted ? new SourceSpan(source, span.start() + 1, span.end() - 1) : span;
  }

  /** The value of a {@code name=value} argument, null for another. */
  public @Nullable SourceSpan named(SourceSpan argument, String name) {
    if (!text.startsWith(name, argument.start())) {
      return null;
    }
    int sign = skipSpace(argument.start() + name.length());
    if (sign >= argument.end() || text.charAt(sign) != '=') {
      return null;
    }
    return unquoted(trimmed(sign + 1, argument.end()));
  }

  private int skipSpace(int from) {
    return CharacterKinds.skipSpace(text, from, text.length());
  }
}
