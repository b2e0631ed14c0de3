package dev.highwater.engine.spl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds the pipes that separate commands, and checks quotes and brackets on the way. */
final class PipeFinder {

  /** Deeper than any search goes, shallow enough for those who walk through the nested searches. */
  private static final int MAX_DEPTH = 100;

  private final SplSource source;
  private final String text;
  private final int start;
  private final int end;
  private final Deque<Integer> openBrackets = new ArrayDeque<>();

  PipeFinder(SplSource source, int start, int end) {
    this.source = source;
    this.text = source.text();
    this.start = start;
    this.end = end;
  }

  /** Offsets of the pipes outside of quotes and brackets. */
  List<Integer> pipes() {
    List<Integer> pipes = new ArrayList<>();
    for (int at = start; at < end; at = next(at)) {
      if (text.charAt(at) == '|' && openBrackets.isEmpty()) {
        pipes.add(at);
      }
    }
    if (!openBrackets.isEmpty()) {
      throw error(openBrackets.getLast(), "this bracket is never closed");
    }
    return pipes;
  }

  /**
   * The offset of the bracket that closes the one at {@code start}, all brackets being balanced.
   */
  int closingBracket() {
    int at = start;
    do {
      at = next(at);
    } while (at < end && !(openBrackets.size() == 1 && text.charAt(at) == ']'));
    return at;
  }

  private int next(int at) {
    char c = text.charAt(at);
    if (c == '\\') {
      return at + 2;
    }
    if (c == '"' || c == '`') {
      return behindQuote(at, c);
    }
    if (c == '[') {
      open(at);
    } else if (c == ']') {
      close(at);
    }
    return at + 1;
  }

  private int behindQuote(int at, char quote) {
    int close = Quotes.closing(text, at, end);
    if (close >= 0) {
      return close + 1;
    }
    if (quote == '`') {
      return at + 1;
    }
    throw error(at, "this quote is never closed");
  }

  private void open(int at) {
    if (openBrackets.size() == MAX_DEPTH) {
      throw error(at, "subsearches are nested more than " + MAX_DEPTH + " deep");
    }
    openBrackets.push(at);
  }

  private void close(int at) {
    if (openBrackets.isEmpty()) {
      throw error(at, "there is no open bracket for this one to close");
    }
    openBrackets.pop();
  }

  private SplException error(int at, String message) {
    return new SplException(Diagnostic.error(new SourceSpan(source, at, at + 1), message));
  }
}
