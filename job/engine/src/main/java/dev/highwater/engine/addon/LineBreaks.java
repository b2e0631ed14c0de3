package dev.highwater.engine.addon;

import dev.highwater.engine.match.ByteText;
import dev.highwater.engine.match.PcreMatcher;
import dev.highwater.engine.match.PcrePattern;

/**
 * Breaks at a {@code LINE_BREAKER}: what its first group matches lies between two lines (S-657). An
 * expression that is too much work at some place does not break there (S-929).
 */
final class LineBreaks implements EventBreaker {

  private final PcrePattern pattern;
  private final boolean isPlain;
  private final boolean isAtLineEnds;
  private int start;
  private int end;

  LineBreaks(String regex) {
    this.pattern = PcrePattern.compileForBytes(regex);
    this.isPlain = regex.equals(BreakingRules.AT_LINE_ENDS);
    this.isAtLineEnds = LineEndStart.of(regex) != LineEndStart.NONE;
  }

  @Override
  public boolean find(byte[] bytes, int from, int to, boolean isWhole) {
    return isAtLineEnds
        ? findAtLineEnd(bytes, from, to, isWhole)
        : findAnywhere(bytes, from, to, isWhole);
  }

  private boolean findAtLineEnd(byte[] bytes, int from, int to, boolean isWhole) {
    for (int at = from; at < to; at++) {
      if (bytes[at] != '\n' && bytes[at] != '\r') {
        continue;
      }
      int seen = (int) Math.min(to, (long) at + BreakingRules.SEEN_BYTES);
      if (isPlain) {
        start = at;
        end = behindLineEnds(bytes, at, seen);
        return isWhole || end < to;
      }
      PcreMatcher matcher = pattern.matcher(new ByteText(bytes, at, seen));
      boolean isBreak = matcher.matchesAt(0, seen - at) && matcher.end(1) > 0;
      if (!isWhole && seen == to && matcher.touchesEnd()) {
        return false;
      }
      if (isBreak) {
        start = at + matcher.start(1);
        end = at + matcher.end(1);
        return true;
      }
    }
    return false;
  }

  private static int behindLineEnds(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes[at] == '\n' || bytes[at] == '\r')) {
      at++;
    }
    return at;
  }

  private boolean findAnywhere(byte[] bytes, int from, int to, boolean isWhole) {
    PcreMatcher matcher = pattern.matcher(new ByteText(bytes, from, to));
    for (int at = 0; matcher.findFrom(at); at = matcher.start() + 1) {
      if (!isWhole && matcher.touchesEnd()) {
        return false;
      }
      if (matcher.end(1) > 0) {
        start = from + matcher.start(1);
        end = from + matcher.end(1);
        return true;
      }
    }
    return false;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }
}
