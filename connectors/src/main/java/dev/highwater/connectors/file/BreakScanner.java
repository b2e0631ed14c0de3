package dev.highwater.connectors.file;

import dev.highwater.engine.addon.EventBreaker;
import dev.highwater.engine.addon.EventBreaking;

/** Records between the breaks of a sourcetype. */
final class BreakScanner implements RecordScanner {

  private final EventBreaker breaker;
  private int start;

  BreakScanner(EventBreaking breaking) {
    this.breaker = breaking.breaker();
  }

  @Override
  public boolean find(byte[] bytes, int from, int to, boolean isLast) {
    start = from;
    return breaker.find(bytes, from, to, isLast);
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return breaker.start();
  }

  @Override
  public int next() {
    return breaker.end();
  }

  @Override
  public int skip(byte[] bytes, int from, int to, boolean isLast) {
    return breaker.find(bytes, from, to, isLast) ? breaker.end() : -1;
  }

  /** A break that could not be told yet begins in as many bytes as decide about two lines. */
  @Override
  public int bytesBefore() {
    return EventBreaking.BYTES_TO_DECIDE;
  }
}
