package dev.highwater.engine.detect;

import dev.highwater.engine.event.RawEvent;
import java.nio.charset.StandardCharsets;

/**
 * A record that no search can see, and why.
 *
 * @param input the file or topic
 * @param offset of the record in it, uncompressed
 * @param length of the record in bytes
 * @param excerpt the start of its text
 */
public record UnparsableEvent(
    Reason reason,
    String input,
    String source,
    String sourcetype,
    long offset,
    int length,
    String excerpt) {

  private static final int EXCERPT = 200;

  /** What is wrong with it. */
  public enum Reason {
    BLANK("blank line"),
    NO_TIME("no timestamp"),
    MALFORMED("not of the form that the input has"),
    TOO_LONG("longer than the limit for a record"),
    FAULT("looking for its time failed");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** The record, with the start of its text. */
  public static UnparsableEvent of(RawEvent raw, Reason reason) {
    int shown = Math.min(raw.length(), 4 * EXCERPT);
    String text = new String(raw.bytes(), raw.start(), shown, StandardCharsets.UTF_8);
    return new UnparsableEvent(
        reason,
        raw.origin().input(),
        raw.origin().source(),
        raw.origin().sourcetype(),
        raw.offset(),
        raw.length(),
        text.length() > EXCERPT ? text.substring(0, EXCERPT) : text);
  }
}
