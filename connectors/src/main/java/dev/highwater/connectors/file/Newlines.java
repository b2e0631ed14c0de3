package dev.highwater.connectors.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds line feeds eight bytes at a time. */
final class Newlines {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LINE_FEEDS = '\n' * ONES;

  private Newlines() {}

  /** Index of the first line feed in {@code [from, to)}, or -1. */
  static int first(byte[] bytes, int from, int to) {
    int at = from;
    for (; at <= to - 32; at += 32) {
      long any =
          marks(bytes, at) | marks(bytes, at + 8) | marks(bytes, at + 16) | marks(bytes, at + 24);
      if (any != 0) {
        break;
      }
    }
    for (; at <= to - 8; at += 8) {
      long marks = marks(bytes, at);
      if (marks != 0) {
        return at + (Long.numberOfTrailingZeros(marks) >>> 3);
      }
    }
    for (; at < to; at++) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  /** Index of the last line feed in {@code [from, to)}, or -1. */
  static int last(byte[] bytes, int from, int to) {
    int at = to;
    while (at - 8 >= from && marks(bytes, at - 8) == 0) {
      at -= 8;
    }
    while (--at >= from) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  /** Zero without a line feed in the eight bytes; else its lowest bit marks the first one. */
  private static long marks(byte[] bytes, int at) {
    long difference = (long) LONGS.get(bytes, at) ^ LINE_FEEDS;
    return (difference - ONES) & ~difference & HIGH_BITS;
  }
}
