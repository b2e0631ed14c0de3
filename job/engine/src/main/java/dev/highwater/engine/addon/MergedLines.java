package dev.highwater.engine.addon;

import dev.highwater.engine.match.ByteText;
import dev.highwater.engine.match.PcrePattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts lines together to events (S-1311, S-1312). Of a line no more than {@link
 * BreakingRules#SEEN_BYTES} count (S-1313).
 */
final class MergedLines implements EventBreaker {

  private final EventBreaker lines;
  private final LineMerging merging;
  private final @Nullable TimestampRule times;
  private final @Nullable PcrePattern before;
  private final @Nullable PcrePattern after;
  private final @Nullable PcrePattern notAfter;
  private final @Nullable PcrePattern notBefore;
  private int start;
  private int end;

  MergedLines(EventBreaker lines, LineMerging merging) {
    this.lines = lines;
    this.merging = merging;
    this.times = merging.times() == null ? null : merging.times().rule();
    this.before = compiled(merging.before());
    this.after = compiled(merging.after());
    this.notAfter = compiled(merging.notAfter());
    this.notBefore = compiled(merging.notBefore());
  }

  private static @Nullable PcrePattern compiled(@Nullable String regex) {
    return regex == null ? null : PcrePattern.compileForBytes(regex);
  }

  @Override
  public boolean find(byte[] bytes, int from, int to, boolean isWhole) {
    boolean isHeld = false;
    int line = from;
    for (int count = 1; lines.find(bytes, line, to, isWhole); count++) {
      start = lines.start();
      end = lines.end();
      if (end == to) {
        return false;
      }
      int nextEnd = lineEnd(bytes, end, to, isWhole);
      if (nextEnd < 0) {
        return false;
      }
      isHeld |= matches(notAfter, bytes, line, start);
      if (isBreak(bytes, line, nextEnd, isHeld) || count == merging.mostLines()) {
        return true;
      }
      line = end;
    }
    return false;
  }

  /** Behind what counts of the line that begins at {@code from}; -1 when more bytes are wanted. */
  private int lineEnd(byte[] bytes, int from, int to, boolean isWhole) {
    int seen = (int) Math.min(to, (long) from + BreakingRules.SEEN_BYTES);
    boolean isCut = seen == from + BreakingRules.SEEN_BYTES;
    if (lines.find(bytes, from, seen, isWhole || isCut)) {
      return lines.start();
    }
    return isWhole || isCut ? seen : -1;
  }

  /** Whether an event ends between the line at {@code line} and the next one. */
  private boolean isBreak(byte[] bytes, int line, int nextEnd, boolean isHeld) {
    if (matches(after, bytes, line, start)) {
      return true;
    }
    if (isHeld || matches(notBefore, bytes, end, nextEnd)) {
      return false;
    }
    return matches(before, bytes, end, nextEnd)
        || (times != null && times.isIn(bytes, end, nextEnd));
  }

  private static boolean matches(@Nullable PcrePattern regex, byte[] bytes, int from, int to) {
    if (regex == null) {
      return false;
    }
    int seen = (int) Math.min(to, (long) from + BreakingRules.SEEN_BYTES);
    return regex.matcher(new ByteText(bytes, from, seen)).find();
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
