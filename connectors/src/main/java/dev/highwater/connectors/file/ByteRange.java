package dev.highwater.connectors.file;

/**
 * The lines to read: those whose first byte lies in {@code [start, end)} of the uncompressed input.
 *
 * @param startsLine true when {@code start} is known to be the first byte of a line; else the byte
 *     before it tells
 */
record ByteRange(long start, long end, boolean startsLine) {

  ByteRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "Invalid byte range: " + start + ".." + end + " (must be 0 <= start <= end)");
    }
  }

  static ByteRange whole() {
    return new ByteRange(0, Long.MAX_VALUE, true);
  }
}
