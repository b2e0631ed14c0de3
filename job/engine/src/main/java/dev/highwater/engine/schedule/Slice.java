package dev.highwater.engine.schedule;

/**
 * The time between two neighbouring borders of a schedule's windows: all of it lies in the same
 * windows. Half open, in epoch milliseconds.
 *
 * @param startMillis {@code Long.MIN_VALUE} where no border comes before
 * @param endMillis {@code Long.MAX_VALUE} where no border comes after
 */
public record Slice(long startMillis, long endMillis) {

  public Slice {
    if (startMillis >= endMillis) {
      throw new IllegalArgumentException(
          "Invalid slice: start " + startMillis + " (must be before its end " + endMillis + ")");
    }
  }

  public boolean contains(long eventMillis) {
    return startMillis <= eventMillis && eventMillis < endMillis;
  }
}
