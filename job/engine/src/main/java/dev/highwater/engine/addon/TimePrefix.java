package dev.highwater.engine.addon;

import dev.highwater.engine.match.BytePattern;
import dev.highwater.engine.match.ByteText;
import dev.highwater.engine.match.PcreMatcher;
import dev.highwater.engine.match.PcrePattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the time of an event, {@code TIME_PREFIX}: a pattern of bytes where the
 * expression is one, else run by the engine of expressions. Not safe for use by several threads.
 */
final class TimePrefix {

  private final @Nullable BytePattern bytePattern;
  private final PcrePattern expression;
  private final int[] match;

  TimePrefix(String regex) {
    this.bytePattern = BytePattern.compile(regex);
    this.expression = PcrePattern.compileForBytes(regex);
    this.match = bytePattern == null ? new int[2] : bytePattern.newMatch();
  }

  /** Index behind the first match in {@code bytes[from, to)}, -1 without one. */
  int endIn(byte[] bytes, int from, int to) {
    if (bytePattern != null) {
      return bytePattern.find(bytes, from, to, match) ? match[1] : -1;
    }
    PcreMatcher matcher = expression.matcher(new ByteText(bytes, from, to));
    return matcher.find() ? from + matcher.end() : -1;
  }
}
