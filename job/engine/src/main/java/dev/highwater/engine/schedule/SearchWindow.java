package dev.highwater.engine.schedule;

/**
 * What one run searches: the events with {@code earliest <= _time < latest}, in epoch milliseconds
 * (S-411).
 *
 * @param scheduledMillis the run's scheduled time, which is its {@code now()}
 * @param latestMillis {@link #UNBOUNDED} where the run has no end
 */
public record SearchWindow(long scheduledMillis, long earliestMillis, long latestMillis) {

  /** The end of a window that has none. */
  public static final long UNBOUNDED = Long.MAX_VALUE;

  public SearchWindow {
    if (earliestMillis > latestMillis) {
      throw new IllegalArgumentException(
          "Invalid search window: earliest "
              + earliestMillis
              + " is after latest "
              + latestMillis
              + " (must not be)");
    }
  }

  public boolean contains(long eventMillis) {
    return earliestMillis <= eventMillis && eventMillis < latestMillis;
  }
}
