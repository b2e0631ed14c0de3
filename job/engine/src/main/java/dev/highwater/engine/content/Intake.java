package dev.highwater.engine.content;

/**
 * When the text of a detection was taken up, and which of its runs are done with it (S-2110).
 *
 * @param number of the change of content by which it came, 0 for what the job began with
 * @param revision the id of the content by which it came
 * @param fromMillis runs that search anything before it are left out; {@code Long.MIN_VALUE} for
 *     none
 * @param untilMillis runs that search nothing before it are left out; {@code Long.MAX_VALUE} for
 *     none
 * @param lastScheduledMillis runs after it are left out
 */
public record Intake(
    int number, String revision, long fromMillis, long untilMillis, long lastScheduledMillis) {

  public Intake {
    if (number < 0) {
      throw new IllegalArgumentException("Invalid change: " + number + " (must be 0 or more)");
    }
  }

  /** Of content that a job begins with: all runs are done. */
  public static Intake first(String revision) {
    return new Intake(0, revision, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /** Of content that came while the job ran: the runs that search nothing before a time. */
  public static Intake later(int number, String revision, long fromMillis) {
    return new Intake(number, revision, fromMillis, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /** The same without the runs that others do, which search nothing before a time. */
  public Intake until(long millis) {
    return new Intake(number, revision, fromMillis, millis, lastScheduledMillis);
  }

  /** The same without the runs after a scheduled time. */
  public Intake endingAt(long scheduledMillis) {
    return new Intake(number, revision, fromMillis, untilMillis, scheduledMillis);
  }

  /** Whether no other text has taken its place, and nobody has removed it. */
  public boolean isCurrent() {
    return untilMillis == Long.MAX_VALUE && lastScheduledMillis == Long.MAX_VALUE;
  }

  /**
   * Names the text of a detection in what is stored of it: texts of one detection that come one
   * after the other are kept apart.
   *
   * @param detection the detection's id
   */
  public String key(String detection) {
    return number == 0 ? detection : detection + '@' + number;
  }
}
