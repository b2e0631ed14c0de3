package dev.highwater.engine.detect;

/**
 * Which of the events that a run searches had come before it was done.
 *
 * @param hasAllEvents whether runs see all events of the input, whenever they came
 * @param hasRiskOfItsTime whether a correlation sees the risk that runs of its own time raise
 * @param skewMillis how long after its scheduled time each run starts, which moves nothing that it
 *     searches (S-414)
 */
public record Visibility(boolean hasAllEvents, boolean hasRiskOfItsTime, long skewMillis) {

  /** All of them. */
  public static final Visibility ALL = new Visibility(true, true, 0);

  /** All events, but of risk what was written before the run started (S-1960). */
  public static final Visibility RISK_OF_EARLIER_RUNS = new Visibility(true, false, 0);

  public Visibility {
    if (skewMillis < 0) {
      throw new IllegalArgumentException(
          "Invalid skew: " + skewMillis + " ms (must not be negative)");
    }
  }

  /** What had come when runs start so long after their scheduled time (S-1405, S-1960). */
  public static Visibility atStart(long skewMillis) {
    return new Visibility(false, false, skewMillis);
  }

  /**
   * Whether a run sees an event of the input.
   *
   * @param indexMillis when the event came
   * @param scheduledMillis the run's scheduled time
   */
  public boolean isSeen(long indexMillis, long scheduledMillis) {
    return hasAllEvents || indexMillis < scheduledMillis + skewMillis;
  }

  /**
   * Whether a run sees the risk that another one raised. Both start equally late.
   *
   * @param raisedMillis when the other one was due
   * @param scheduledMillis the run's scheduled time
   */
  public boolean isRiskSeen(long raisedMillis, long scheduledMillis) {
    return hasRiskOfItsTime || raisedMillis < scheduledMillis;
  }
}
