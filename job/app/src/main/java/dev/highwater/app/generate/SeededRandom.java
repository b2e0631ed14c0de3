package dev.highwater.app.generate;

import java.util.List;

/**
 * SplitMix64: random numbers that are the same on every JVM, for ever; the bytes of sample data
 * depend on them.
 */
final class SeededRandom {
  private long state;

  SeededRandom(long seed) {
    this.state = seed;
  }

  long nextLong() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** A number in [0, bound). */
  int below(int bound) {
    return (int) ((nextLong() >>> 33) % bound);
  }

  /** A number in [least, greatest]. */
  int between(int least, int greatest) {
    return least + below(greatest - least + 1);
  }

  /** Whether a thing of this probability happened. */
  boolean happens(double probability) {
    return (nextLong() >>> 11) * 0x1.0p-53 < probability;
  }

  <T> T of(List<T> items) {
    return items.get(below(items.size()));
  }
}
