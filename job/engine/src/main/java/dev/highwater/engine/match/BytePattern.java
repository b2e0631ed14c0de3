package dev.highwater.engine.match;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression run on undecoded UTF-8 bytes: literals, classes and their repetitions in a
 * row, with capturing groups around parts of the row. {@link #compile} says which expressions are
 * of that form. Finds what PCRE finds under {@code (?ms)}. Immutable.
 */
public final class BytePattern {

  private final List<ByteStep> steps;
  private final ByteLiteral firstLiteral;
  private final int groupCount;
  private final Map<String, Integer> groups;

  BytePattern(List<ByteStep> steps, int groupCount, Map<String, Integer> groups) {
    this.steps = List.copyOf(steps);
    this.groupCount = groupCount;
    this.groups = groups;
    this.firstLiteral =
        !steps.isEmpty() && steps.get(0) instanceof ByteStep.Literal literal
            ? literal.literal()
            : new ByteLiteral(new byte[0]);
  }

  /** The expression as a byte pattern, or {@code null} when it is not of that form. */
  public static @Nullable BytePattern compile(String regex) {
    return new BytePatternParser(regex).parse();
  }

  public Map<String, Integer> groups() {
    return groups;
  }

  public int groupCount() {
    return groupCount;
  }

  /** An array for {@link #find}: start and end of the match, then of each group. */
  public int[] newMatch() {
    return new int[2 * (groupCount + 1)];
  }

  /**
   * Finds the first match in {@code bytes[from, to)}.
   *
   * @param match filled with start and end of the match and of each group
   */
  public boolean find(byte[] bytes, int from, int to, int[] match) {
    int at = from;
    while (at <= to) {
      if (firstLiteral.length() > 0) {
        at = firstLiteral.indexIn(bytes, at, to);
        if (at < 0) {
          return false;
        }
      }
      if (matchFrom(bytes, at, to, 0, match)) {
        match[0] = at;
        return true;
      }
      at++;
    }
    return false;
  }

  private boolean matchFrom(byte[] bytes, int start, int to, int firstStep, int[] match) {
    int at = start;
    for (int i = firstStep; i < steps.size(); i++) {
      ByteStep step = steps.get(i);
      if (step instanceof ByteStep.Repeat repeat) {
        return matchRepeat(bytes, at, to, i, repeat, match);
      }
      at = step.advance(bytes, at, to, match);
      if (at < 0) {
        return false;
      }
    }
    match[1] = at;
    return true;
  }

  private boolean matchRepeat(
      byte[] bytes, int at, int to, int index, ByteStep.Repeat repeat, int[] match) {
    if (at + repeat.min() > to) {
      return false;
    }
    int most = repeat.takesAnything() ? to : repeat.run(bytes, at, to);
    if (most - at < repeat.min()) {
      return false;
    }
    if (repeat.isGreedy()) {
      int least = repeat.isDecided() ? most : at + repeat.min();
      for (int end = most; end >= least; end--) {
        if (!repeat.cutsCharacter(bytes, end, to) && matchFrom(bytes, end, to, index + 1, match)) {
          return true;
        }
      }
      return false;
    }
    ByteLiteral following = repeat.following();
    for (int end = at + repeat.min(); end <= most; end++) {
      if (following.length() > 0) {
        end = following.indexIn(bytes, end, to);
        if (end < 0 || end > most) {
          return false;
        }
      }
      if (!repeat.cutsCharacter(bytes, end, to) && matchFrom(bytes, end, to, index + 1, match)) {
        return true;
      }
    }
    return false;
  }
}
