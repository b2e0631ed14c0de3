package dev.highwater.engine.addon;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a sourcetype's stream is broken into events: {@code LINE_BREAKER}, then {@code
 * SHOULD_LINEMERGE} with what belongs to it (S-657, S-1310..S-1314).
 *
 * @param lineBreaker an expression whose first group is no part of any event
 * @param merging how the lines become events; {@code null} when each is one
 */
record BreakingRules(String lineBreaker, @Nullable LineMerging merging) {

  /** The breaker of a source that does not say one. */
  static final String AT_LINE_ENDS = "([\\r\\n]+)";

  /** Bytes behind the start of a break that decide whether it is one (S-1313). */
  static final int SEEN_BYTES = 16 * 1024;

  private static final Set<String> LOOKS_BACK = Set.of("(?<=", "(?<!", "\\G", "\\A", "\\b", "\\B");

  /** Finds events one behind the other. */
  EventBreaker breaker() {
    EventBreaker lines = new LineBreaks(lineBreaker);
    return merging == null ? lines : new MergedLines(lines, merging);
  }

  /**
   * Whether a break can be told from {@link EventBreaking#BYTES_BEFORE} bytes before it and {@link
   * #SEEN_BYTES} behind it, so that reading may begin anywhere.
   */
  boolean isLocal() {
    return LineEndStart.of(lineBreaker) == LineEndStart.WHOLE_GROUP
        && LOOKS_BACK.stream().noneMatch(lineBreaker::contains)
        && (merging == null || merging.isLocal());
  }
}
