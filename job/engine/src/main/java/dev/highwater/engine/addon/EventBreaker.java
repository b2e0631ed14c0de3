package dev.highwater.engine.addon;

/**
 * Finds where the events of a stream of bytes end. What it finds depends on the bytes alone, not on
 * what it was asked before. Not safe for use by several threads.
 */
public interface EventBreaker {

  /**
   * Looks for the break that ends the event which begins at {@code from}.
   *
   * @param isWhole whether nothing follows behind {@code to}
   * @return false when there is none, or, unless {@code isWhole}, when it takes more bytes to tell
   */
  boolean find(byte[] bytes, int from, int to, boolean isWhole);

  /** Index of the break's first byte. */
  int start();

  /** Index of the next event's first byte: behind the break's last one. */
  int end();
}
