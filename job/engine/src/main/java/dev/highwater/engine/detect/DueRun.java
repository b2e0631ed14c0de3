package dev.highwater.engine.detect;

import java.util.Comparator;

/**
 * A run to be done. Runs of one partition follow one another in this order: as they fall due, then
 * by scheduled time, those that write lookups before those that read them, then by detection.
 *
 * @param dueMillis see {@link ScheduledSearch#dueMillis}
 * @param rank 0 for a search that writes lookups and reads none, 1 for one that does both, 2 for
 *     the others
 */
public record DueRun(long dueMillis, long scheduledMillis, int rank, String detection)
    implements Comparable<DueRun> {

  private static final Comparator<DueRun> ORDER =
      Comparator.comparingLong(DueRun::dueMillis)
          .thenComparingLong(DueRun::scheduledMillis)
          .thenComparingInt(DueRun::rank)
          .thenComparing(DueRun::detection);

  @Override
  public int compareTo(DueRun other) {
    return ORDER.compare(this, other);
  }
}
