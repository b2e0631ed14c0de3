package dev.highwater.connectors.kafka;

/**
 * Where reading begins in partitions of which a job has read nothing yet (S-2043).
 *
 * @param millis of {@link Kind#TIME}, epoch milliseconds
 */
public record StartPoint(Kind kind, long millis) {

  /** The first record that the broker has. */
  public static final StartPoint EARLIEST = new StartPoint(Kind.EARLIEST, 0);

  /** The first record that comes from now on. */
  public static final StartPoint LATEST = new StartPoint(Kind.LATEST, 0);

  /** Where the consumer group has come to; the first record where it has not begun. */
  public static final StartPoint COMMITTED = new StartPoint(Kind.COMMITTED, 0);

  private static final long HOUR_MILLIS = 3_600_000;

  /**
   * Where topics are begun that go on behind an archive: early enough for events from a time on,
   * though the clocks of those who sent them be an hour behind (S-2072).
   */
  public static StartPoint behindArchive(long handOverMillis) {
    return at(handOverMillis - HOUR_MILLIS);
  }

  /** Whether it may leave out records that came at a time or later. */
  public boolean mayBeBehind(long otherMillis) {
    return kind == Kind.TIME ? millis > otherMillis : kind != Kind.EARLIEST;
  }

  /** What {@link StartPoint} tells apart. */
  public enum Kind {
    EARLIEST,
    LATEST,
    COMMITTED,
    TIME
  }

  /** The first record that the broker had at a time or later. */
  public static StartPoint at(long millis) {
    return new StartPoint(Kind.TIME, millis);
  }
}
