package dev.highwater.engine.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One framed record: a slice of bytes and where it came from. Immutable; the bytes are shared and
 * never written again once the record exists.
 */
public final class RawEvent {

  /** Says that a record carries no time of its own. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private final EventOrigin origin;
  private final long offset;
  private final byte[] bytes;
  private final int start;
  private final int length;
  private final long givenTimeMillis;
  private final Framing framing;
  private final IndexedFields indexed;
  private final long indexTimeMillis;

  /**
   * @param offset position of the record's first byte in the uncompressed input
   * @param givenTimeMillis {@code _time} in epoch milliseconds where the input states it beside the
   *     text, else {@link #NO_TIME}
   */
  public RawEvent(
      EventOrigin origin, long offset, byte[] bytes, int start, int length, long givenTimeMillis) {
    this(origin, offset, bytes, start, length, givenTimeMillis, Framing.WHOLE);
  }

  /**
   * @param framing how the record's bytes relate to what the input held
   * @see #RawEvent(EventOrigin, long, byte[], int, int, long)
   */
  public RawEvent(
      EventOrigin origin,
      long offset,
      byte[] bytes,
      int start,
      int length,
      long givenTimeMillis,
      Framing framing) {
    this(
        origin,
        offset,
        bytes,
        start,
        length,
        givenTimeMillis,
        framing,
        IndexedFields.NONE,
        NO_TIME);
  }

  private RawEvent(
      EventOrigin origin,
      long offset,
      byte[] bytes,
      int start,
      int length,
      long givenTimeMillis,
      Framing framing,
      IndexedFields indexed,
      long indexTimeMillis) {
    this.origin = origin;
    this.offset = offset;
    this.bytes = bytes;
    this.start = start;
    this.length = length;
    this.givenTimeMillis = givenTimeMillis;
    this.framing = framing;
    this.indexed = indexed;
    this.indexTimeMillis = indexTimeMillis;
  }

  /** The same record with fields that the input gives it beside its text. */
  public RawEvent with(IndexedFields fields) {
    return as(origin, fields, indexTimeMillis);
  }

  /** The same record of another origin. */
  public RawEvent from(EventOrigin other) {
    return as(other, indexed, indexTimeMillis);
  }

  /** The same record with the time at which it came. */
  public RawEvent withIndexTime(long millis) {
    return as(origin, indexed, millis);
  }

  /** The same record with bytes of its own, which stays when its input goes on. */
  public RawEvent detached() {
    byte[] own = Arrays.copyOfRange(bytes, start, end());
    return new RawEvent(
        origin, offset, own, 0, length, givenTimeMillis, framing, indexed, indexTimeMillis);
  }

  private RawEvent as(EventOrigin newOrigin, IndexedFields fields, long indexMillis) {
    return new RawEvent(
        newOrigin, offset, bytes, start, length, givenTimeMillis, framing, fields, indexMillis);
  }

  /** A record of a whole text, for tests and small inputs. */
  public static RawEvent of(EventOrigin origin, long offset, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new RawEvent(origin, offset, bytes, 0, bytes.length, NO_TIME);
  }

  public EventOrigin origin() {
    return origin;
  }

  public long offset() {
    return offset;
  }

  /**
   * The array that holds the record between {@link #start()} and {@link #end()}; not to be written.
   */
  public byte[] bytes() {
    return bytes;
  }

  public int start() {
    return start;
  }

  public int length() {
    return length;
  }

  public int end() {
    return start + length;
  }

  public long givenTimeMillis() {
    return givenTimeMillis;
  }

  public Framing framing() {
    return framing;
  }

  /** When the record came, epoch milliseconds, {@link #NO_TIME} where nobody says so. */
  public long indexTimeMillis() {
    return indexTimeMillis;
  }

  /** What the input says of the event beside its text. */
  public IndexedFields indexed() {
    return indexed;
  }

  /** True when the record was over the size limit and only its first bytes are here. */
  public boolean isTruncated() {
    return framing == Framing.TRUNCATED;
  }

  /** The record as text: UTF-8, malformed bytes as U+FFFD. */
  public String text() {
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return origin.input() + "@" + offset;
  }
}
