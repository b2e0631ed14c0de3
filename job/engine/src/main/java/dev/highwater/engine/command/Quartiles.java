package dev.highwater.engine.command;

import java.util.Arrays;

/** The quartiles of some numbers, by linear interpolation (S-1004). */
record Quartiles(double lower, double upper) {

  /**
   * @param values at least one; not changed
   */
  static Quartiles of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quartiles(at(sorted, 0.25), at(sorted, 0.75));
  }

  private static double at(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  double range() {
    return upper - lower;
  }
}
