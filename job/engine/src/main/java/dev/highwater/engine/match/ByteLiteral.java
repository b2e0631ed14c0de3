package dev.highwater.engine.match;

import java.util.Arrays;

/**
 * A run of bytes to look for. Skips ahead by the last byte looked at, so a long literal costs less
 * than a look at every byte.
 */
public final class ByteLiteral {

  private final byte[] bytes;
  private final int[] skips = new int[256];

  public ByteLiteral(byte[] bytes) {
    this.bytes = bytes.clone();
    Arrays.fill(skips, Math.max(1, bytes.length));
    for (int i = 0; i < bytes.length - 1; i++) {
      skips[bytes[i] & 0xff] = bytes.length - 1 - i;
    }
  }

  public int length() {
    return bytes.length;
  }

  byte first() {
    return bytes[0];
  }

  /** Where it first occurs in {@code text[from, to)}, -1 when nowhere. */
  public int indexIn(byte[] text, int from, int to) {
    int last = bytes.length - 1;
    if (last < 0) {
      return from;
    }
    byte lastByte = bytes[last];
    int at = from + last;
    while (at < to) {
      byte b = text[at];
      if (b == lastByte && standsAt(text, at - last)) {
        return at - last;
      }
      at += skips[b & 0xff];
    }
    return -1;
  }

  /** Whether it stands at {@code at}; the caller sees to the room for it. */
  boolean standsAt(byte[] text, int at) {
    for (int i = 0; i < bytes.length; i++) {
      if (text[at + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
