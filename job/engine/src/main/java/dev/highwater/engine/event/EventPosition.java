package dev.highwater.engine.event;

/**
 * Where an event stands in what was read.
 *
 * @param input the file, topic or other input
 * @param offset of its record in the uncompressed input
 */
public record EventPosition(String input, long offset) {

  public static EventPosition of(RawEvent raw) {
    return new EventPosition(raw.origin().input(), raw.offset());
  }
}
