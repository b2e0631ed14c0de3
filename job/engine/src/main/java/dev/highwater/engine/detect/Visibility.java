package dev.highwater.engine.detect;

/** Which of the events that a run searches had come before it was done. */
@FunctionalInterface
public interface Visibility {

  /** All of them. */
  Visibility ALL = (index, scheduled) -> true;

  /**
   * Whether a run sees an event.
   *
   * @param indexMillis when the event came
   * @param scheduledMillis the run's scheduled time
   */
  boolean isSeen(long indexMillis, long scheduledMillis);

  /**
   * What had come when runs start so long after their scheduled time, which does not move what they
   * search (S-414, S-1405).
   */
  static Visibility atStart(long skewMillis) {
    return (index, scheduled) -> index < scheduled + skewMillis;
  }
}
