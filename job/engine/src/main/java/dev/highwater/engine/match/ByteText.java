package dev.highwater.engine.match;

import java.nio.charset.StandardCharsets;

/**
 * Bytes as characters 0 to 255, so that an expression runs on what is not decoded and its places
 * are those of bytes. A view: the bytes must not change while it is used.
 */
public final class ByteText implements CharSequence {

  private final byte[] bytes;
  private final int from;
  private final int to;

  /**
   * @param from index of the first byte
   * @param to index behind the last byte
   */
  public ByteText(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  @Override
  public int length() {
    return to - from;
  }

  @Override
  public char charAt(int index) {
    return (char) (bytes[from + index] & 0xff);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new ByteText(bytes, from + start, from + end);
  }

  @Override
  public String toString() {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
