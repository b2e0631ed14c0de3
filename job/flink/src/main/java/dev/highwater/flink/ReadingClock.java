package dev.highwater.flink;

import java.util.HashMap;
import java.util.Map;

/**
 * How early an event can still be at each place of a known set of files that are read in a known
 * order. With it a run can close as soon as no unread byte can belong to it, and yet nothing is
 * late.
 */
public final class ReadingClock implements StreamClock {

  private static final long serialVersionUID = 1L;

  private final long splitBytes;
  private final HashMap<String, long[]> leastMillis;

  /**
   * @param splitBytes size of the ranges that files are read in; a packed file is one range
   * @param leastMillis for each input and each of its ranges the least time of any event in it or
   *     in what is read later
   */
  public ReadingClock(long splitBytes, Map<String, long[]> leastMillis) {
    this.splitBytes = splitBytes;
    this.leastMillis = new HashMap<>(leastMillis);
  }

  /** Number of the range that a record starts in. */
  int rangeOf(String input, long offset) {
    long[] ranges = leastMillis.get(input);
    return ranges == null ? 0 : (int) Math.min(offset / splitBytes, ranges.length - 1L);
  }

  /**
   * The least time of any event from the start of the range on; the least of all for an unknown
   * input.
   */
  long leastFrom(String input, int range) {
    long[] ranges = leastMillis.get(input);
    return ranges == null || ranges.length == 0 ? Long.MIN_VALUE : ranges[range];
  }
}
